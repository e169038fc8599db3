import type { ClientId, ConsentId, Instant, UsagePointId } from '../model/index.ts'
import type { Seen, SeenConsent } from '../views/index.ts'
import { idsIn } from './members.ts'

export type Pair = { clientId: ClientId; usagePoint: UsagePointId }

/** Under what the consents of an application on a usage point are found. */
export function pairKey({ clientId, usagePoint }: Pair): string {
  return `${clientId}/${usagePoint}`
}

/** All consents of an application on a usage point, oldest first. */
export function consentsOn(state: Seen, pair: Pair): SeenConsent[] {
  return found(state, idsIn<ConsentId>(state.index.consentsOn[pairKey(pair)]))
}

/** Whether its customer sees it as given: neither over nor taken back. */
export function isShared({ expiresAt, ended }: SeenConsent, now: Instant): boolean {
  return ended === null && now < expiresAt
}

/** Whether calls find it. They notice its beginning and its end in their own time. Source: ISSUES, hours of delay. */
function isInForce({ opensAt, expiresAt, ended }: SeenConsent, now: Instant): boolean {
  return opensAt <= now && now < expiresAt && (ended === null || now < ended.stopsAt)
}

/** The consent that opens a usage point to an application. */
export function consentInForce(state: Seen, pair: Pair, now: Instant): SeenConsent | undefined {
  return consentsOn(state, pair).findLast((one) => isInForce(one, now))
}

/** The consent that the customer sees as given. */
export function consentShared(state: Seen, pair: Pair, now: Instant): SeenConsent | undefined {
  return consentsOn(state, pair).findLast((one) => isShared(one, now))
}

/** The consents behind the number that a client of 2026 was given. */
export function consentsAuthorised(
  state: Seen,
  { clientId, authorisation }: { clientId: ClientId; authorisation: string },
): SeenConsent[] {
  const all: Readonly<Record<string, Seen['index']['byAuthorisation'][keyof Seen['index']['byAuthorisation']]>> =
    state.index.byAuthorisation
  const ids = Object.hasOwn(all, authorisation) ? idsIn<ConsentId>(all[authorisation]) : []
  return found(state, ids).filter((one) => one.clientId === clientId)
}

/** What an application was ever allowed, oldest first. */
export function consentsOf(state: Seen, clientId: ClientId): SeenConsent[] {
  return found(state, idsIn<ConsentId>(state.index.consentsOf[clientId]))
}

function found(state: Seen, ids: readonly ConsentId[]): SeenConsent[] {
  return ids.flatMap((id) => {
    const consent = state.consents[id]
    return consent === undefined ? [] : [consent]
  })
}
