import type { Direction } from './contract.ts'
import type { Instant, UsagePointId } from './ids.ts'

/** As measured, or with what Enedis has corrected and completed. Source: SWAGGER, etapeMetier. */
export const stages = ['BRUT', 'BEST'] as const
export type Stage = (typeof stages)[number]

/**
 * What differs from the computed readings of a usage point from a moment on. A gap hides what the meter measured,
 * until it is filled; a correction is another energy for the same time.
 */
export type ReadingChange = {
  usagePoint: UsagePointId
  direction: Direction
  /** From this instant, in whole intervals of five minutes. */
  from: Instant
  /** Up to, not including, this one. */
  to: Instant
  /** Known since. */
  at: Instant
} & (
  | {
      kind: 'gap'
      /** Only points of the curve, or the day's energy and indexes as well. */
      of: 'curve' | 'everything'
      /** Null: never. */
      filledAt: Instant | null
    }
  | {
      kind: 'correction'
      /** Read again from the meter, and so other raw values too; or settled by Enedis, in the corrected series alone. */
      reaches: 'bothStages' | 'BEST'
      energy: { times: number } | { totalWh: number }
    }
)
