import { localDay, weekday, dayNamed, type LocalDay } from '../../../src/toolbox/calendar.ts'
import { spread, useInSteps } from '../../../src/toolbox/load-curve.ts'
import type { Direction } from '../model/contract.ts'
import type { Stage } from '../model/reading.ts'
import type { SeenChange } from '../views/index.ts'
import { isLive, type MeteredPoint } from './metered.ts'
import { paris } from './paris.ts'

/** Seconds of the finest interval that is computed; every measure is made of these. */
export const slot = 300

/** What is asked of a meter: which direction, and as measured or as corrected. */
export type Series = { direction: Direction; stage: Stage }

/** The day of that number in Paris. */
export function parisLocalDay(number: number): LocalDay {
  return localDay(number, paris)
}

/** The energy of a day in its intervals of five minutes, in whole watt-hours. A fresh array, the caller's to keep. */
export function energyInSlots(metered: MeteredPoint, series: Series, day: LocalDay): Float64Array {
  const energy = net(metered, series.direction, day)
  for (const change of correctionsOn(metered, series, day.number)) correct(energy, change, day)
  return energy
}

/** What a day measured. Without a second direction and corrections it needs no intervals. */
export function energyOfDay(metered: MeteredPoint, series: Series, number: number): number {
  if (!isLive(metered, series.direction, number)) return 0
  const isPlain = !isLive(metered, other(series.direction), number) && !correctionsOn(metered, series, number).length
  const used = metered.measuring[series.direction]?.used
  if (isPlain && used) return used({ number })
  return energyInSlots(metered, series, parisLocalDay(number)).reduce((sum, wh) => sum + wh, 0)
}

const other = (direction: Direction) => (direction === 'consumption' ? 'production' : 'consumption')

/**
 * A point with both directions measures what remains of them against each other, interval by interval. Source: GUIDE,
 * fictitious client 6: self-consumption, net values.
 */
function net(metered: MeteredPoint, direction: Direction, day: LocalDay): Float64Array {
  const own = gross(metered, direction, day)
  if (!isLive(metered, other(direction), day.number)) return own
  const against = gross(metered, other(direction), day)
  return own.map((wh, at) => Math.max(0, wh - (against[at] as number)))
}

function gross(metered: MeteredPoint, direction: Direction, day: LocalDay): Float64Array {
  const measuring = metered.measuring[direction]
  if (!measuring || !isLive(metered, direction, day.number)) return new Float64Array(day.lasts / slot)
  return useInSteps(measuring.curve, day, { whole: measuring.used(day), seconds: slot })
}

type Correction = Extract<SeenChange, { kind: 'correction' }>

function correctionsOn({ changes }: MeteredPoint, { direction, stage }: Series, day: number): Correction[] {
  return (changes[direction].get(day) ?? []).filter(
    (one): one is Correction => one.kind === 'correction' && (one.reaches === 'bothStages' || stage === 'BEST'),
  )
}

function correct(energy: Float64Array, { from, to, energy: told }: Correction, day: LocalDay): void {
  const [first, end] = slotsOf({ from, to }, day)
  const before = energy.subarray(first, end)
  if ('times' in told) return before.set(before.map((wh) => Math.round(wh * told.times)))
  const weights = before.some((wh) => wh > 0) ? [...before] : Array.from(before, () => 1)
  before.set(spread(told.totalWh, weights))
}

/** Which intervals of a day lie between two instants. */
function slotsOf({ from, to }: Pick<SeenChange, 'from' | 'to'>, day: LocalDay): [first: number, end: number] {
  const at = (instant: string) => Math.round((Date.parse(instant) / 1000 - day.startsAt) / slot)
  return [Math.max(0, at(from)), Math.min(day.lasts / slot, at(to))]
}

/** Which intervals of a day the client can see corrected values of. */
export function correctedSlots(metered: MeteredPoint, series: Series, day: LocalDay): Uint8Array {
  return marked(correctionsOn(metered, series, day.number), day)
}

/** Which intervals of a day are missing from the curve; a gap that was filled is none any more. */
export function missingSlots(metered: MeteredPoint, { direction }: Series, day: LocalDay): Uint8Array {
  if (isDayWithout(metered, day.number)) return new Uint8Array(day.lasts / slot).fill(1)
  return marked(gapsOn(metered, direction, day.number), day)
}

/** Whether a day's energy and indexes are missing. Source: ISSUES, days without data that appear days later. */
export function isDayMissing(metered: MeteredPoint, { direction }: Series, day: number): boolean {
  return isDayWithout(metered, day) || gapsOn(metered, direction, day).some(({ of }) => of === 'everything')
}

/** Source: GUIDE, fictitious client 4: holes on Tuesdays and Wednesdays. */
function isDayWithout({ point }: MeteredPoint, day: number): boolean {
  return point.holesOn.length > 0 && point.holesOn.includes(weekday(dayNamed(day)))
}

type Gap = Extract<SeenChange, { kind: 'gap' }>

function gapsOn({ changes, now }: MeteredPoint, direction: Direction, day: number): Gap[] {
  return (changes[direction].get(day) ?? []).filter(
    (one): one is Gap => one.kind === 'gap' && (one.filledAt === null || one.filledAt > now),
  )
}

function marked(changes: readonly SeenChange[], day: LocalDay): Uint8Array {
  const marks = new Uint8Array(day.lasts / slot)
  for (const change of changes) marks.fill(1, ...slotsOf(change, day))
  return marks
}
