import { dayNamed, dayNumber } from '../../../../../src/toolbox/calendar.ts'
import type { EnedisHouse } from '../../../dialect/index.ts'
import type { FileOrder, OrderedFile, State, UsagePointId } from '../../../model/index.ts'
import type { BillingView, OrderedArchive, OrderedMeasures, RefusedPoint } from '../../../views/index.ts'
import { historyOfCurve, historyOfIndexes } from '../../flows/history.ts'
import { meterByNight } from '../../flows/meter.ts'
import { orderedMeasures } from '../../flows/ordered.ts'
import { indexesOf } from '../../indexes.ts'
import { dayAfter } from '../../paris.ts'
import { readingsOf } from '../consult/read-periods.ts'
import { refusedOf } from './refused-points.ts'
import { technicalData } from '../consult/technical-data.ts'

type Order<Flow extends OrderedFile['flow']> = FileOrder & { asks: Extract<OrderedFile, { flow: Flow }> }

/** What an order leads to: its files, and where points were refused, a report on those. Source: FLOWGUIDE, HDM and M023. */
export function archivesOrdered(
  state: State,
  order: FileOrder,
  house: EnedisHouse,
): { archives: OrderedArchive[]; refused: RefusedPoint[] } {
  if (isOf(order, 'HDM')) return { archives: [history(state, order, house)], refused: [] }
  const refused = refusedOf(state, order as FileOrder & { asks: Exclude<OrderedFile, { flow: 'HDM' }> }, house.now)
  const without = new Set(refused.map(({ usagePoint }) => usagePoint))
  const accepted = order.usagePoints.filter((usagePoint) => !without.has(usagePoint))
  const files = accepted.length > 0 ? [told(state, { order, accepted }, house)] : []
  const report: OrderedArchive = {
    ...about(order, house),
    flow: 'CR.M023',
    accepted: accepted.length,
    refused,
    asks: order.asks,
  }
  return { archives: refused.length > 0 ? [...files, report] : files, refused }
}

function isOf<Flow extends OrderedFile['flow']>(order: FileOrder, flow: Flow): order is Order<Flow> {
  return order.asks.flow === flow
}

function about({ id, party, contract, environment }: FileOrder, { now }: EnedisHouse) {
  return { order: id, recipient: party, contract, environment, at: now }
}

function history(state: State, order: Order<'HDM'>, house: EnedisHouse): OrderedArchive {
  const { measures, stage, from, until } = order.asks
  const metered = meterByNight(state, order.usagePoints[0] as UsagePointId, { now: house.now, seed: house.ids.seed })
  const series = { direction: metered.point.flows.consumption === null ? 'production' : 'consumption', stage } as const
  const days = { from: dayNumber(from), until: dayNumber(until) }
  const view =
    measures === 'CDC' ? historyOfCurve(metered, series, days, house.dialect) : historyOfIndexes(metered, series, days)
  return { ...about(order, house), flow: 'HDM', view }
}

type Accepted = { order: FileOrder; accepted: UsagePointId[] }

function told(state: State, { order, accepted }: Accepted, house: EnedisHouse): OrderedArchive {
  const look = { now: house.now, seed: house.ids.seed }
  const points = { state, accepted, look, dialect: house.dialect }
  if (isOf(order, 'fines'))
    return { ...about(order, house), flow: 'fines', asks: order.asks, measures: finesOf(points, order.asks) }
  if (isOf(order, 'facturantes'))
    return { ...about(order, house), flow: 'facturantes', asks: order.asks, bills: billsOf(points, order.asks) }
  const described = accepted.map((usagePoint) => technicalData(state, { usagePoint, isAuthorised: true }, look))
  return { ...about(order, house), flow: 'itc', asks: order.asks as Order<'itc'>['asks'], points: described }
}

type Points = {
  state: State
  accepted: UsagePointId[]
  look: { now: string; seed: string }
  dialect: EnedisHouse['dialect']
}

function* finesOf({ state, accepted, look, dialect }: Points, asks: Order<'fines'>['asks']): Iterable<OrderedMeasures> {
  const { measures: of, direction, stage } = asks
  const days = { from: dayNumber(asks.from), until: dayNumber(asks.until) }
  for (const usagePoint of accepted) {
    yield orderedMeasures(meterByNight(state, usagePoint, look), { of, direction, stage, ...days }, dialect)
  }
}

function* billsOf({ state, accepted, look }: Points, asks: Order<'facturantes'>['asks']): Iterable<BillingView> {
  for (const usagePoint of accepted) yield billOf(state, usagePoint, { asks, look })
}

/** The readings for bills in some days, with what every dial showed. Source: INF, from the readings of ConsultationMesures. */
function billOf(
  state: State,
  usagePoint: UsagePointId,
  { asks, look }: Pick<Points, 'look'> & { asks: Order<'facturantes'>['asks'] },
): BillingView {
  const { direction, from, until } = asks
  const metered = meterByNight(state, usagePoint, look)
  const days = { from: dayNumber(from), until: dayNumber(until) }
  const { calendars, total } = indexesOf(metered, { direction, stage: 'BEST' }, days)
  const years = [until, dayAfter(until, '-P12M'), dayAfter(until, '-P24M')]
  const read = new Map(years.flatMap((day) => readingsOf(metered, day)).map((one) => [dayNamed(one.day), one.trigger]))
  const readings = [...read]
    .filter(([day]) => from <= day && day < until)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, trigger]) => ({
      day,
      trigger,
      calendars: calendars.map((calendar) => ({
        ...calendar,
        classes: calendar.classes.map((one) => ({ ...one, values: one.values.filter((value) => value.day === day) })),
      })),
      total: { ...total, values: total.values.filter((value) => value.day === day) },
    }))
  return { usagePoint, direction, from, until, readings }
}
