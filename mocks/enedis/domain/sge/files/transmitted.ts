import { dayNamed, dayNumber } from '../../../../../src/toolbox/calendar.ts'
import type { EnedisHouse } from '../../../dialect/index.ts'
import type {
  ContratId,
  Direction,
  Instant,
  RecurrentFlow,
  ServiceContract,
  SgeEnvironment,
  Stage,
  State,
  SubscribedService,
} from '../../../model/index.ts'
import {
  publishedFlows,
  type CurveFile,
  type FlowArchive,
  type ForWhom,
  type Frequency,
  type Numbered,
  type OfPoint,
  type PublishedFlow,
  type PublishedPoint,
  type R50Day,
} from '../../../views/index.ts'
import { isHome } from '../../collection.ts'
import type { Days } from '../../daily.ts'
import { inArchives, pointsPerArchive } from '../../flows/limits.ts'
import { meterByNight } from '../../flows/meter.ts'
import { orderedMeasures } from '../../flows/ordered.ts'
import { r151Days } from '../../flows/r151.ts'
import { r171Series } from '../../flows/r171.ts'
import { r4Curves } from '../../flows/r4.ts'
import { r50Days } from '../../flows/r50.ts'
import type { MeteredPoint } from '../../metered.ts'
import { parisInstant } from '../../paris.ts'

/** What a file tells of one service: which days, as measured or as corrected, and since when there is anything. */
export type Part = { service: SubscribedService; stage: Stage; days: Days; since: number }

/** What goes into the same archives: one contract's services of one direction that come equally often. */
export type Batch = {
  flow: RecurrentFlow
  frequency: Frequency
  direction: Direction
  contract: ContratId
  environment: SgeEnvironment
  /** What the archives are about; a service may be there on some of its days only. */
  period: Days
  parts: Part[]
}

/** A meter by night, now or at an earlier deposit. */
type Meter = (part: Part, at?: Instant) => MeteredPoint

/** The archives of a batch, in as few as the limits of its flow let. */
export function archivesOf(state: State, batch: Batch, house: EnedisHouse): FlowArchive[] {
  const meter: Meter = ({ service }, now = house.now) =>
    meterByNight(state, service.usagePoint, { now, seed: house.ids.seed })
  const about = forWhom(state, batch, house)
  const { frequency, direction, parts } = batch
  switch (batch.flow) {
    case 'R4': {
      const files = parts.map((part) => curveFile(meter(part), part, house)).filter(({ curves }) => curves.length > 0)
      return files.length > 0 ? [{ ...about, flow: 'R4', frequency, files }] : []
    }
    case 'R171': {
      const series = parts.flatMap((part) => dials(meter(part), part))
      return series.length > 0 ? [{ ...about, flow: 'R171', direction, series }] : []
    }
    case 'R151': {
      const points = parts.map((part) => ofPoint(part, r151Days(meter(part), part.days)))
      return numbered(state, batch, points, house).map((one) => ({ ...about, ...one, flow: 'R151' }))
    }
    case 'R50': {
      const points = parts.map((part) => ofPoint(part, halfHours(state, meter, { part, batch })))
      return numbered(state, batch, points, house).map((one) => ({ ...about, ...one, flow: 'R50' }))
    }
    case 'R63':
    case 'R64':
    case 'R66':
      return publishedOf(state, { batch, flow: batch.flow, meter }, house).map((one) => ({ ...about, ...one }))
  }
}

const published = { R63: 'COURBES', R64: 'INDEX', R66: 'PMAX' } as const

/** What services of access publish, of companies and of homes apart. Source: FLOWGUIDE, R63A/B, R64A/B, R66B; INF, A and B. */
function publishedOf(
  state: State,
  { batch, flow: begins, meter }: { batch: Batch; flow: keyof typeof published; meter: Meter },
  house: EnedisHouse,
): (Numbered & { flow: PublishedFlow; points: PublishedPoint[] })[] {
  const of = published[begins]
  const points = batch.parts.map((part) => {
    const { direction, usagePoint } = part.service
    const metered = meter(part)
    const measures = orderedMeasures(metered, { of, direction, stage: part.stage, ...part.days }, house.dialect)
    const flow = `${begins}${isHome(metered.point) ? 'B' : 'A'}` as PublishedFlow
    return { flow, usagePoint, days: [measures] as PublishedPoint['days'] }
  })
  return publishedFlows.flatMap((flow) => {
    const some = points.filter((one) => one.flow === flow)
    return numbered(state, { ...batch, flow }, some, house).map((one) => ({ ...one, flow }))
  })
}

function forWhom({ sge }: State, { contract, environment }: Batch, { now }: EnedisHouse): ForWhom {
  const { party } = sge.contracts[contract] as ServiceContract
  return { recipient: party, contract, environment, at: now }
}

function curveFile(metered: MeteredPoint, { service, stage, days }: Part, { dialect }: EnedisHouse): CurveFile {
  const { usagePoint, affaire: reference, direction } = service
  const curves = r4Curves(metered, { direction, stage }, days, dialect)
  return { usagePoint, reference, direction, stage, curves }
}

/** What a day measured is what its dials show as the next one begins. */
function dials(metered: MeteredPoint, { days }: Part) {
  return r171Series(metered, { from: days.from + 1, until: days.until + 1 })
}

/** Days that have come since the file before are told with those of the period. */
function halfHours({ sge }: State, meter: Meter, { part, batch }: { part: Part; batch: Batch }): R50Day[] {
  const { direction, period } = batch
  const before = part.since < period.from ? meter(part, depositOn(period.from, sge.timings.depositsAt)) : null
  const days = r50Days(meter(part), { direction, period: part.days, before })
  return days.filter(({ day }) => dayNumber(day) >= part.since)
}

const depositOn = (day: number, time: string): Instant => parisInstant(dayNamed(day), time)

function ofPoint<DayOfIt>({ service }: Part, days: DayOfIt[]): OfPoint<DayOfIt> {
  return { usagePoint: service.usagePoint, order: service.affaire, days }
}

/** Points of which there is anything to tell in archives, each with its number among all of the subscription and among those of the day. */
function numbered<Point extends { days: readonly unknown[] }>(
  state: State,
  { flow, frequency, direction, contract }: Pick<Batch, 'frequency' | 'direction' | 'contract'> & { flow: string },
  points: readonly Point[],
  { ids }: EnedisHouse,
): (Numbered & { points: Point[] })[] {
  const subscribed = `${contract} ${flow} ${frequency} ${direction}`
  const subscription = String(ids.between(1_000_000, 9_999_999, 'abonnement', subscribed))
  const archives = inArchives(
    points.filter(({ days }) => days.length > 0),
    pointsPerArchive[frequency],
  )
  return archives.map((part, at) => {
    const sequence = ((state.sge.sequences[subscribed] ?? 0) % 99_999) + 1
    state.sge.sequences[subscribed] = sequence
    return { subscription, sequence, frequency, part: at + 1, parts: archives.length, points: part }
  })
}
