import { refuse, type Refusal } from '../../../errors/index.ts'
import type { FileOrder, SubscribedService, UsagePointId } from '../../../model/index.ts'
import type { RefusedPoint, Seen } from '../../../views/index.ts'
import { holderOn } from '../../contracts.ts'
import { parisDay } from '../../paris.ts'
import { isOwnCompany } from '../parties/own-company.ts'
import { hasActiveService } from '../services/subscribed.ts'

type Ordered = Pick<FileOrder, 'party' | 'usagePoints' | 'right'> & {
  asks: Exclude<FileOrder['asks'], { flow: 'HDM' }>
}

/** Which service of access opens what an order asks for; for bills, that of indexes. Source: WSDL, M023; INF. */
const serviceFor = { COURBES: 'CDC', INDEX: 'IDX', ENERGIE: 'ENERGIE', PMAX: 'PMAX' } as const

/** Which of an order's points nothing can be told of, and why. Source: FLOWGUIDE, CR.M023. */
export function refusedOf(state: Seen, order: Ordered, now: string): RefusedPoint[] {
  return order.usagePoints.flatMap((usagePoint) => {
    const refusal = refusalOf(state, { order, usagePoint }, now)
    return refusal === undefined ? [] : [{ usagePoint, code: refusal.code ?? '', why: refusal.message }]
  })
}

type Of = { order: Ordered; usagePoint: UsagePointId }

function refusalOf(state: Seen, { order, usagePoint }: Of, now: string): Refusal | undefined {
  const { asks, right, party } = order
  const point = Object.hasOwn(state.usagePoints, usagePoint) ? state.usagePoints[usagePoint] : undefined
  if (point === undefined) return refuse.sgePointUnknown()
  if (point.state === 'RESIL') return refuse.sgePointTerminated()
  if (point.flows[asks.direction] === null)
    return asks.direction === 'consumption' ? refuse.sgeNoConsumptionContract() : refuse.sgeNoInjectionContract()
  if (right === 'accessService' && !hasAccess(state, { order, usagePoint }, now)) return refuse.sgePointNotEligible()
  if (right === 'holder' && !isOwnCompany(state, { customer: holderOn(point, parisDay(now)), party }))
    return refuse.sgeNotHolderInPeriod()
  if (asks.flow === 'itc') return undefined
  if (point.servicesLevel === '0') return refuse.sgeMeterNotCommunicating()
  const isCurve = asks.flow === 'fines' && asks.measures === 'COURBES'
  return isCurve && point.opposesCurve ? refuse.sgeCustomerOpposed() : undefined
}

function hasAccess(state: Seen, { order: { asks, party }, usagePoint }: Of, now: string): boolean {
  const measures: SubscribedService['measures'] =
    asks.flow === 'itc' ? 'ITC' : asks.flow === 'fines' ? serviceFor[asks.measures] : 'IDX'
  return hasActiveService(state, { party, usagePoint, measures, direction: asks.direction }, now)
}
