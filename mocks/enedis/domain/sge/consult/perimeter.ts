import type { CustomerId, Day, PartyId } from '../../../model/index.ts'
import type { Seen, SeenUsagePoint } from '../../../views/index.ts'
import { holderOn } from '../../contracts.ts'
import { identityOf } from '../../holder.ts'
import { parisDay } from '../../paris.ts'
import { authorisationsOf, isAbout } from '../authorisations/authorisation.ts'
import { isAlive, servicesOn } from '../services/subscribed.ts'

type Theirs = { party: PartyId; point: SeenUsagePoint }

/**
 * Whether a point is in a party's perimeter: it has asked for a service there that has not ended, or has an authorisation
 * of the holder. Source: INF, the FAQ speaks of a perimeter and does not say what makes it.
 */
export function isInPerimeter(state: Seen, { party, point }: Theirs, now: string): boolean {
  const hasService = servicesOn(state, point.id).some((one) => one.party === party && isAlive(one, now))
  return hasService || hasAuthorisation(state, { party, point }, parisDay(now))
}

function hasAuthorisation(state: Seen, { party, point }: Theirs, day: Day): boolean {
  return authorisationsOf(state, holderOn(point, day)).some((one) => {
    const isOver = (one.validUntil !== null && one.validUntil < day) || (one.withdrawnOn ?? '9999') <= day
    return one.party === party && isAbout(one, point.id) && one.issuedOn <= day && !isOver
  })
}

/** Whether a customer is a company, which search calls PRO, or a person, which it calls RES. */
export function categoryOf(state: Seen, customer: CustomerId | undefined): 'PRO' | 'RES' | undefined {
  const identity = identityOf(state, customer)
  return identity && (identity.kind === 'legalEntity' ? 'PRO' : 'RES')
}

/** What search knows a customer by: a family's name, or a company's. */
export function searchedName(state: Seen, customer: CustomerId | undefined): string | undefined {
  const identity = identityOf(state, customer)
  return identity && (identity.kind === 'legalEntity' ? identity.name : identity.lastName)
}
