import { alert } from '../errors/index.ts'
import type { AccessLevel, AccountId, PropertyId, State } from '../model/index.ts'
import { grantOf, passesOn } from './grant.ts'

/**
 * Lets through an intermediary that was given the right to share a property forward, at no more than its own level.
 * Source: NRCAN, share forward; FAQ, What is Share Forward?
 */
export function mustPassOn(
  state: State,
  { sharer, property, item, levels }: { sharer: AccountId; property: PropertyId; item: string; levels: AccessLevel[] },
): void {
  const grant = grantOf(state, { with: sharer, property })
  if (!grant?.mayShareForward) throw alert.mayNotShareForward({ item })
  if (passesOn(grant.level) === 'Read' && levels.includes('Read Write'))
    throw alert.beyondYourAccess({ item, level: grant.level })
}
