import { later } from '../../../../../src/toolbox/calendar.ts'
import type { House } from '../../../../../src/contract/effect.ts'
import { refuse } from '../../../errors/index.ts'
import type { AffaireId, State } from '../../../model/index.ts'

/** How long an order stands in the way of one that is identical to it. Source: ANNEX, 584. */
const stands = 'PT30M'

/**
 * What makes two orders identical: service, point, contract, type, directions and dates. That the type is the kind of
 * measures and how they are told is inferred.
 */
export type Likeness = {
  service: string
  points: readonly string[]
  contract: string
  type: readonly (string | boolean | null)[]
  directions: readonly string[]
  dates: readonly (string | null)[]
}

/** Refuses an order that repeats one under way. */
export function mustNotRepeat({ sge }: Pick<State, 'sge'>, like: Likeness, { now }: Pick<House, 'now'>): void {
  const before = sge.recent[keyOf(like)]
  if (before !== undefined && now < later(before.at, stands)) throw refuse.sgeIdenticalRequest()
}

/** Remembers an order that was accepted, for those that repeat it. */
export function rememberOrder(
  { sge }: Pick<State, 'sge'>,
  { like, affaire }: { like: Likeness; affaire: AffaireId },
  { now }: Pick<House, 'now'>,
): void {
  sge.recent[keyOf(like)] = { at: now, affaire }
}

function keyOf({ service, points, contract, type, directions, dates }: Likeness): string {
  return [service, contract, points.join(','), type.join(','), directions.join(','), dates.join(',')].join(' ')
}
