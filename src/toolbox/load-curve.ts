import { chance } from '../ground/ids.ts'
import { monthNumber } from './calendar.ts'

/** When more is used than at other times: never, for heating, for cooling, or for both. */
export type Season = 'even' | 'winter' | 'summer' | 'both'

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
