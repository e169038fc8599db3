import type { EnedisHouse } from '../dialect/index.ts'
import { alert } from '../errors/index.ts'
import type { ConsentId, CustomerId, Instant, State, UsagePointId } from '../model/index.ts'
import type { Seen, ShareView } from '../views/index.ts'
import { applicationOf } from './application-lookup.ts'
import { isShared } from './consent.ts'
import { end } from './grant.ts'
import { idsIn } from './members.ts'
import { parisDay } from './paris.ts'

/** What a customer shares now, as their account shows it. */
export function sharesOf(state: Seen, customer: CustomerId, now: Instant): ShareView[] {
  return idsIn<ConsentId>(state.index.consentsBy[customer]).flatMap((id) => {
    const consent = state.consents[id]
    if (consent === undefined || !isShared(consent, now)) return []
    const { clientId, usagePoint, grantedAt, expiresAt } = consent
    return {
      id,
      application: applicationOf(state, clientId).name,
      usagePoint,
      place: placeOf(state, usagePoint),
      since: parisDay(grantedAt),
      until: parisDay(expiresAt),
    }
  })
}

/** The customer presses the button of one share. */
export function revokeShare(
  state: State,
  { customer, consent: id }: { customer: CustomerId; consent: string },
  house: EnedisHouse,
): void {
  const consent = Object.hasOwn(state.consents, id) ? state.consents[id as ConsentId] : undefined
  if (consent?.customer !== customer || !isShared(consent, house.now))
    throw alert.nothingShared({ application: 'cette application' })
  end(state, { id: consent.id, by: 'customer' }, house)
}

/** Where a usage point is, on one line. */
export function placeOf(state: Seen, usagePoint: UsagePointId): string {
  const address = state.usagePoints[usagePoint]?.address
  if (address === undefined) return usagePoint
  return `${address.numberAndStreet}, ${address.postalCode} ${address.city}`
}
