import { chance } from '../ground/ids.ts'
import { dayNamed, dayNumber, lastDayOf, monthNumber, type LocalDay } from './calendar.ts'

/** When more is used than at other times: never, for heating, for cooling, or for both. */
export type Season = 'even' | 'winter' | 'summer' | 'both'

/** When in the day more is used: never, morning and evening, while people work, or produced while the sun shines. */
export type Shape = 'flat' | 'home' | 'work' | 'sun'

/** A year of use as somebody may have had it: computed from what stands here, and so never stored. */
export type LoadCurve = {
  /** The world's seed. */
  seed: string
  /** Whose use it is; two that differ in this alone differ a little in every month. */
  about: string
  /** What the months of each calendar year sum to, exactly. */
  annualUse: number
  season: Season
  /** How many digits after the point a month has. */
  digits?: number
}

/** The months of a year against each other, from January. Ours: they only have to look like those of a building. */
const seasons = {
  even: [1, 0.95, 1, 1, 1, 1, 1.02, 1.02, 1, 1, 0.98, 1],
  winter: [2.2, 1.9, 1.6, 1, 0.5, 0.25, 0.2, 0.2, 0.35, 0.8, 1.4, 2],
  summer: [0.4, 0.4, 0.5, 0.7, 1, 1.5, 1.9, 1.9, 1.4, 0.9, 0.5, 0.4],
  both: [1.05, 0.95, 0.92, 0.88, 0.95, 1.12, 1.24, 1.22, 1.05, 0.92, 0.9, 1.02],
} as const satisfies Record<Season, readonly number[]>

/** How far a month may stray from its season, to either side. */
const whim = 0.06

/** What was used in a month such as `2026-02`: a pure function, the same for whoever asks and whenever. */
export function useInMonth({ seed, about, annualUse, season, digits = 2 }: LoadCurve, month: string): number {
  const number = monthNumber(month)
  const [year, at] = [Math.floor(number / 12), number % 12]
  const weights = seasons[season].map((weight, at) => weight * (1 + whim * (2 * chance(seed, about, year, at) - 1)))
  const scale = 10 ** digits
  return (spread(Math.round(annualUse * scale), weights)[at] as number) / scale
}

/** Parts of a whole number in proportion to the weights: whole numbers again, and together exactly the whole. */
export function spread(whole: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let passed = 0
  let given = 0
  return weights.map((weight) => {
    passed += weight
    const due = Math.round((whole * passed) / all)
    const part = due - given
    given = due
    return part
  })
}

/** The hours of a day against each other, from midnight on the clock. Ours, like the seasons. */
const hours = {
  flat: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  home: [5, 4, 4, 4, 4, 5, 8, 10, 9, 7, 7, 7, 7, 7, 8, 9, 11, 14, 16, 16, 15, 13, 10, 7],
  work: [4, 4, 4, 4, 4, 5, 8, 11, 14, 16, 17, 17, 17, 17, 17, 16, 15, 12, 8, 6, 5, 5, 4, 4],
  sun: [0, 0, 0, 0, 0, 0, 1, 4, 8, 12, 15, 17, 18, 18, 17, 15, 12, 8, 4, 1, 0, 0, 0, 0],
} as const satisfies Record<Shape, readonly number[]>

/** How far a day and a quarter of an hour may stray, and what a Saturday or Sunday is to other days. */
const whims = {
  flat: { day: 0.02, quarter: 0.05, weekend: 1 },
  home: { day: 0.15, quarter: 0.5, weekend: 1.1 },
  work: { day: 0.08, quarter: 0.2, weekend: 0.4 },
  sun: { day: 0.45, quarter: 0.1, weekend: 1 },
} as const satisfies Record<Shape, object>

/** Seconds from one value to the next. Each divides an hour; those of longer intervals are sums of these. */
export type StepSeconds = 300 | 600 | 900

/** The hours in steps, each step on its way from its hour to the next. */
const steps = new Map<string, Float64Array>()

function weightsOf(shape: Shape, seconds: StepSeconds): Float64Array {
  const key = `${shape} ${seconds}`
  const known = steps.get(key)
  if (known) return known
  const perHour = 3600 / seconds
  const weights = Float64Array.from({ length: 24 * perHour }, (_, at) => {
    const hour = Math.floor(at / perHour)
    const [here, next] = [hours[shape][hour] as number, hours[shape][(hour + 1) % 24] as number]
    return here + ((next - here) * (at % perHour)) / perHour
  })
  steps.set(key, weights)
  return weights
}

/** A year of use with the shape of its days. Whole numbers, so choose the smallest unit that anyone will see. */
export type DayCurve = Omit<LoadCurve, 'digits'> & { shape: Shape }

/** What was used on a day: the days of a month sum to the month, whoever asks for them and in which order. */
export function dailyUse(curve: DayCurve): (day: Pick<LocalDay, 'number'>) => number {
  let known = { first: 0, uses: [] as number[] }
  return ({ number }) => {
    if (number < known.first || number >= known.first + known.uses.length) known = daysOfMonth(curve, number)
    return known.uses[number - known.first] as number
  }
}

function daysOfMonth(curve: DayCurve, day: number): { first: number; uses: number[] } {
  const month = dayNamed(day).slice(0, 7)
  const first = dayNumber(`${month}-01`)
  const { day: whim, weekend } = whims[curve.shape]
  const random = randomOf(curve, month)
  const weights = Array.from({ length: dayNumber(lastDayOf(month)) - first + 1 }, (_, at) => {
    const isWeekend = (first + at + 3) % 7 >= 5
    return (isWeekend ? weekend : 1) * (1 + whim * (2 * random() - 1))
  })
  return { first, uses: spread(useInMonth({ ...curve, digits: 0 }, month), weights) }
}

/** A day's use in its quarters of an hour, 92, 96 or 100 of them. A fresh array, the caller's to keep. */
export function useInQuarters(curve: DayCurve, day: LocalDay, whole: number): Float64Array {
  return useInSteps(curve, day, { whole, seconds: 900 })
}

/**
 * A day's use in steps that sum to the whole exactly. A fresh array, the caller's to keep. One curve is to be computed
 * in one step only, for another step draws other chances.
 */
export function useInSteps(
  curve: DayCurve,
  day: LocalDay,
  { whole, seconds }: { whole: number; seconds: StepSeconds },
): Float64Array {
  const parts = new Float64Array(day.lasts / seconds)
  const weights = weightsOf(curve.shape, seconds)
  const whim = 2 * whims[curve.shape].quarter
  const random = randomOf(curve, day.number)
  let all = 0
  for (let at = 0; at < parts.length; at++) {
    const shown = at * seconds < day.changesAt ? at : at + (86_400 - day.lasts) / seconds
    all += (weights[shown] as number) * (1 + whim * (random() - 0.5))
    parts[at] = all
  }
  let given = 0
  for (let at = 0; at < parts.length; at++) {
    const due = Math.round(((parts[at] as number) / all) * whole)
    parts[at] = due - given
    given = due
  }
  return parts
}

/** Chance drawn many times over (32-bit state after "mulberry32"), from a beginning that belongs to these words. */
function randomOf({ seed, about }: Pick<DayCurve, 'seed' | 'about'>, when: string | number): () => number {
  let state = Math.floor(chance(seed, about, when) * 2 ** 32)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let drawn = Math.imul(state ^ (state >>> 15), 1 | state)
    drawn = (drawn + Math.imul(drawn ^ (drawn >>> 7), 61 | drawn)) ^ drawn
    return ((drawn ^ (drawn >>> 14)) >>> 0) / 2 ** 32
  }
}
