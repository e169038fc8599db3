import { dayOf, daysAfter, instantsShowing } from '../../paris.ts'
import type { CurvePoint, Day, Direction, Flow, Kept, Point, Source } from '../memory.ts'
import type { Run } from '../run.ts'
import type { CurveTold, IndexesTold, MeasuresTold, PointTold } from '../wire/measures.ts'

/** One direction of a point. */
type Way = { usagePoint: string; direction: Direction }
/** A curve day by day, and where it comes from. */
type Curve = { days: ReadonlyMap<Day, CurvePoint[]>; source: Source }

/** How what came is understood and kept. */
export const keeping = {
  pointOf({ memory }: Run, usagePoint: string): Point {
    return (memory.points[usagePoint] ??= { flows: { consumption: newFlow(), production: newFlow() }, peaks: {} })
  },

  flowOf(run: Run, { usagePoint, direction }: Way): Flow {
    return run.habits.pointOf(run, usagePoint).flows[direction]
  },

  /** Everything that an answer or a file tells, each kind by itself: no kind is taken for another. */
  keep(run: Run, { curves, indexes, days, peaks }: MeasuresTold, source: Source): void {
    const { habits } = run
    for (const curve of curves) habits.keepCurve(run, curve, source)
    for (const shown of indexes) habits.keepIndexes(run, shown, source)
    for (const one of days)
      habits.keepAmount(habits.daysOf(run, one, source), one.day, habits.inUnits(one.value, one.unit))
    for (const { usagePoint, day, value, unit } of peaks)
      habits.pointOf(run, usagePoint).peaks[day] = habits.inUnits(value, unit)
    run.save()
  },

  /** An amount of a whole day; a day that is known point by point stays as it is. */
  keepAmount(kept: Record<Day, Kept>, day: Day, amount: number): void {
    if ((kept[day]?.minutes ?? 0) === 0) kept[day] = { amount, points: 1, minutes: 0 }
  },

  daysOf(run: Run, about: Way, source: Source): Record<Day, Kept> {
    return (run.habits.flowOf(run, about).days[source] ??= {})
  },

  reactiveOf(run: Run, about: Way, source: Source): Record<Day, Kept> {
    return (run.habits.flowOf(run, about).reactive[source] ??= {})
  },

  /** Active power is energy over time; so is reactive power, of another kind; voltage is neither. */
  keepCurve(run: Run, told: CurveTold, source: Source): void {
    const { habits } = run
    const points = habits.pointsOf(run, told)
    const days = habits.inDays(points)
    if (told.quantity === 'active') habits.keepActive(run, told, { days, source })
    else if (told.quantity === 'inductive') habits.keepReactive(run, told, { days, source })
  },

  keepActive(run: Run, told: CurveTold, { days, source }: Curve): void {
    const { habits } = run
    const kept = habits.daysOf(run, told, source)
    const flow = habits.flowOf(run, told)
    for (const [day, points] of days) {
      kept[day] = habits.sumOf(points)
      if (flow.last === null || day >= flow.last.day) flow.last = { day, points }
    }
  },

  /** Var-hours are kept apart from watt-hours. */
  keepReactive(run: Run, told: CurveTold, { days, source }: Curve): void {
    const { habits } = run
    const kept = habits.reactiveOf(run, told, source)
    for (const [day, points] of days) kept[day] = habits.sumOf(points)
  },

  /** Points with the instants at which they begin. */
  pointsOf(run: Run, told: CurveTold): CurvePoint[] {
    const { habits } = run
    const side = habits.sideOf(run, told)
    let before = Number.NEGATIVE_INFINITY
    return told.points.map((point) => {
      const minutes = point.minutes ?? 30
      const stamped = habits.instantOf(point, before)
      before = stamped
      const start = side === 'end' ? stamped - minutes * 60_000 : stamped
      return { at: new Date(start).toISOString(), minutes, w: habits.wattsOf(point, told.unit) }
    })
  },

  /** Which end of an interval stamps name: homes are stamped at the end, bigger sites at the start. */
  sideOf(run: Run, told: CurveTold): 'start' | 'end' {
    if (told.stamped !== null) return told.stamped
    const segment = run.memory.agreements[told.usagePoint]?.segment ?? null
    if (segment !== null) return run.habits.isHome(segment) ? 'end' : 'start'
    return told.points[0]?.stamp.includes('00:00:00') ? 'start' : 'end'
  },

  /** A stamp without an offset may mean two instants in October: points follow each other, so it is the next one. */
  instantOf({ stamp }: PointTold, before: number): number {
    if (/(Z|[+-]\d\d:?\d\d)$/.test(stamp)) return Date.parse(stamp)
    const found = instantsShowing(stamp)
    return found.find((instant) => instant > before) ?? (found[0] as number)
  },

  /** Average watts of an interval; a missing point is none, which is not zero. */
  wattsOf({ value }: PointTold, unit: string): number | null {
    return value === null ? null : inBase(value, unit)
  },

  /** Kilowatts are a thousand watts; volt-amperes and vars are told beside them and never added. */
  inUnits(value: number, unit: string): number {
    return inBase(value, unit)
  },

  inDays(points: readonly CurvePoint[]): Map<Day, CurvePoint[]> {
    const days = new Map<Day, CurvePoint[]>()
    for (const point of points) {
      const day = dayOf(point.at)
      days.set(day, [...(days.get(day) ?? []), point])
    }
    return days
  },

  /** What a day measured, as far as it is known: missing points are not counted. */
  sumOf(points: readonly CurvePoint[]): Kept {
    const known = points.filter(({ w }) => w !== null)
    return {
      amount: known.reduce((sum, { w, minutes }) => sum + ((w ?? 0) * minutes) / 60, 0),
      points: known.length,
      minutes: known.reduce((sum, { minutes }) => sum + minutes, 0),
    }
  },

  /** Dials count on: what a day measured lies between what they showed as it began and as the next one did. */
  keepIndexes(run: Run, told: IndexesTold, source: Source): void {
    const { habits } = run
    if (told.quantity !== 'active' && told.quantity !== 'inductive') return
    const flow = habits.flowOf(run, told)
    const shown = (flow.indexes[`${source} ${told.quantity}`] ??= {})
    for (const { day, dial, value } of told.values)
      if (value !== null) (shown[day] ??= {})[dial] = habits.inUnits(value, told.unit)
    const kept = told.quantity === 'active' ? habits.daysOf(run, told, source) : habits.reactiveOf(run, told, source)
    for (const { day } of told.values) {
      for (const first of [daysAfter(day, -1), day]) {
        const amount = habits.between(shown[first], shown[daysAfter(first, 1)])
        if (amount !== undefined) habits.keepAmount(kept, first, amount)
      }
    }
  },

  /** Of the same dials, all of which went on. */
  between(first: Record<string, number> = {}, next: Record<string, number> = {}): number | undefined {
    const dials = Object.keys(first).sort()
    const isSame = dials.length > 0 && dials.join() === Object.keys(next).sort().join()
    if (!isSame || dials.some((dial) => (next[dial] as number) < (first[dial] as number))) return undefined
    return dials.reduce((sum, dial) => sum + (next[dial] as number) - (first[dial] as number), 0)
  },
}

const thousands = /^k/

/** Watts of kilowatts, vars of kilovars, volt-amperes of kilovolt-amperes. */
function inBase(value: number, unit: string): number {
  return thousands.test(unit) ? value * 1000 : value
}

function newFlow(): Flow {
  return { days: {}, reactive: {}, indexes: {}, last: null }
}
