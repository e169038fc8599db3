import type { Day, Flow, Kept, Kind, Point, Series } from '../memory.ts'
import type { Run } from '../run.ts'
import type { ReadingTold } from '../wire/measures.ts'
import type { About, Window } from './places.ts'

/** How what came is understood and kept. */
export const keeping = {
  pointOf({ memory }: Pick<Run, 'memory'>, usagePoint: string): Point {
    const known = memory.points[usagePoint]
    if (known !== undefined) return known
    const unknown: Point = { flows: { consumption: newFlow(), production: newFlow() }, contracts: [] }
    memory.points[usagePoint] = unknown
    return unknown
  },

  seriesOf(run: Run, { usagePoint, direction, kind }: About): Series {
    return run.habits.pointOf(run, usagePoint).flows[direction].series[kind]
  },

  /** A consent that was found once is not a new one any more. */
  foundConsent({ memory, answered }: Run, usagePoint: string): void {
    answered.add(usagePoint)
    const consent = memory.consents[usagePoint]
    if (consent) consent.hasWorked = true
  },

  /** A day that is told takes the place of what was known of it: points and days come late. */
  keep(run: Run, about: About, window: Window, readings: readonly ReadingTold[]): void {
    const { habits } = run
    const { usagePoint, direction, kind } = about
    habits.foundConsent(run, usagePoint)
    const flow = habits.pointOf(run, usagePoint).flows[direction]
    flow.measured ??= true
    const told = kind === 'curve' ? habits.daysOfCurve(run, flow, window, readings) : habits.daysOfValues(readings)
    for (const [day, kept] of told) if (day >= window.from && day < window.until) flow.series[kind].days[day] = kept
    run.save()
  },

  daysOfValues(readings: readonly ReadingTold[]): Map<Day, Kept> {
    return new Map(readings.map(({ stamp, value }) => [stamp.slice(0, 10), { amount: value, points: 1, minutes: 0 }]))
  },

  /** Points follow each other, so that an hour which clocks show twice counts twice. */
  daysOfCurve(run: Run, flow: Flow, window: Window, readings: readonly ReadingTold[]): Map<Day, Kept> {
    const { habits } = run
    flow.stamped = habits.stampedAt(flow, window, readings)
    const days = new Map<Day, Kept>()
    for (const reading of readings) {
      const day = habits.dayOfPoint(reading, flow.stamped ?? 'end')
      const { amount, points, minutes } = days.get(day) ?? { amount: 0, points: 0, minutes: 0 }
      const energy = habits.energyOf(reading)
      days.set(day, { amount: amount + energy, points: points + 1, minutes: minutes + reading.minutes })
    }
    return days
  },

  /** Homes are stamped at the end of each interval, bigger sites at its start: the edges of a window show which. */
  stampedAt({ stamped }: Flow, { from, until }: Window, readings: readonly ReadingTold[]): Flow['stamped'] {
    const stamps = readings.map(({ stamp }) => stamp)
    if (stamps.includes(`${until} 00:00:00`)) return 'end'
    return stamps.includes(`${from} 00:00:00`) ? 'start' : stamped
  },

  /** The last point of a day that is stamped at the end bears midnight of the next. */
  dayOfPoint({ stamp, minutes }: ReadingTold, stamped: 'start' | 'end'): Day {
    if (stamped === 'start') return stamp.slice(0, 10)
    const shown = Date.parse(`${stamp.replace(' ', 'T')}Z`)
    return new Date(shown - minutes * 60_000).toISOString().slice(0, 10)
  },

  /** Watts are an average over the step of the point, which may change from one to the next. */
  energyOf({ value, minutes }: ReadingTold): number {
    return (value * minutes) / 60
  },
}

function newFlow(): Flow {
  const empty = (): Series => ({ askedUntil: null, readOn: null, days: {} })
  const series: Record<Kind, Series> = { daily: empty(), curve: empty(), peaks: empty() }
  return { measured: null, from: null, stamped: null, series }
}
