import { dayNumber, localDayNumber, type LocalDay } from '../../../src/toolbox/calendar.ts'
import { dailyUse, type DayCurve } from '../../../src/toolbox/load-curve.ts'
import type { Direction } from '../model/contract.ts'
import type { UsagePointId } from '../model/ids.ts'
import type { SeenChange, SeenMetering, SeenUsagePoint } from '../views/index.ts'
import { paris, parisDay, parisInstant } from './paris.ts'

/** What a rule must know to compute measures. */
export type MeterLook = { now: string; seed: string }

/** A direction that measures: its year, and the days on which a contract lets energy through. */
type Measuring = {
  curve: DayCurve
  used: (day: Pick<LocalDay, 'number'>) => number
  live: [from: number, until: number][]
}

/** A usage point with all that its measures are computed from, copied from the state. */
export type MeteredPoint = {
  point: SeenUsagePoint
  measuring: Record<Direction, Measuring | null>
  /** What was changed of each direction, by day number, in the order in which it was. */
  changes: Record<Direction, ReadonlyMap<number, readonly SeenChange[]>>
  /** The number of the first day whose readings are not published. */
  publishedUntil: number
  now: string
  seed: string
}

export function meteredPoint(state: SeenMetering, id: UsagePointId, { now, seed }: MeterLook): MeteredPoint {
  const point = copied(state.usagePoints[id]) as SeenUsagePoint
  const changes = changesOf(state, id, now)
  return {
    point,
    measuring: { consumption: measuring(point, 'consumption', seed), production: measuring(point, 'production', seed) },
    changes: { consumption: byDay(changes, 'consumption'), production: byDay(changes, 'production') },
    publishedUntil: publishedUntil(point, { now, publishAt: state.settings.publishAt }),
    now,
    seed,
  }
}

/**
 * The number of the first day whose readings are still to be published. Source: SWAGGER, published from about 08:00 on
 * the day after, and for some meters a day later.
 */
export function publishedUntil(
  { publishedAfterDays }: Pick<SeenUsagePoint, 'publishedAfterDays'>,
  { now, publishAt }: { now: string; publishAt: string },
): number {
  const isOut = parisInstant(parisDay(now), publishAt) <= now
  return localDayNumber(now, paris) - publishedAfterDays + (isOut ? 1 : 0)
}

function measuring(point: SeenUsagePoint, direction: Direction, seed: string): Measuring | null {
  const flow = point.flows[direction]
  if (flow === null || point.servicesLevel === '0') return null
  const { annualWh, season, shape } = flow.use
  const curve: DayCurve = { seed, about: `${point.id} ${direction}`, annualUse: annualWh, season, shape }
  const live = point.contracts
    .filter((one) => one.direction === direction)
    .map(({ startsOn, endsOn }): [number, number] => [
      dayNumber(startsOn),
      endsOn === null ? Infinity : dayNumber(endsOn),
    ])
  return { curve, used: dailyUse(curve), live }
}

/** Whether energy could flow in a direction on a day. */
export function isLive(metered: MeteredPoint, direction: Direction, day: number): boolean {
  return metered.measuring[direction]?.live.some(([from, until]) => from <= day && day < until) ?? false
}

function changesOf(state: SeenMetering, id: UsagePointId, now: string): SeenChange[] {
  return Object.keys(state.index.changesOf[id] ?? {}).flatMap((change) => {
    const found = state.readingChanges[change]
    return found === undefined || found.at > now ? [] : [copied(found)]
  })
}

function byDay(changes: readonly SeenChange[], direction: Direction): Map<number, SeenChange[]> {
  const days = new Map<number, SeenChange[]>()
  for (const change of changes.filter((one) => one.direction === direction)) {
    const day = localDayNumber(change.from, paris)
    days.set(day, [...(days.get(day) ?? []), change])
  }
  return days
}

/** State is a JSON tree, and may be seen through a proxy while it changes. */
function copied<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}
