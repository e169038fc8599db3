import { fingerprint } from '../../../src/ground/fingerprint.ts'
import type { Look } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { AuthorizationId, ClientId } from '../model/index.ts'
import type { Bearer, Seen, SeenAuthorization } from '../views.ts'
import { authorizationOf, isOver } from './authorization.ts'
import { ownAuthorization } from './authorization-view.ts'
import { hasCredentials, registrationOf } from './registration-lookup.ts'
import { tokenKnown } from './token.ts'

/**
 * Which class of token opens which resource, and whether a token made in the tests does too.
 * Source: PAGE, access tokens and tests; APIS, token column.
 */
export const tokenRules = {
  serviceStatus: { class: 'client', inTests: true },
  sampleData: { class: 'client', inTests: true },
  authorization: { class: 'client', inTests: true },
  applicationInformation: { class: 'registration', inTests: true },
  localTimeParameters: { class: 'access', inTests: false },
  readingType: { class: 'access', inTests: false },
  subscription: { class: 'access', inTests: false },
  batchSubscription: { class: 'access', inTests: false },
  retailCustomer: { class: 'access', inTests: false },
  programs: { class: 'access', inTests: false },
  bulk: { class: 'client', inTests: false },
  bulkCustomers: { class: 'client', inTests: false },
  bulkPrograms: { class: 'client', inTests: false },
} as const satisfies Record<string, { class: Bearer['class']; inTests: boolean }>
export type Resource = keyof typeof tokenRules

/** Who holds a token that came in, or the refusal that says why it opens nothing. */
export function bearerOf(state: Seen, value: string | undefined, look: Look): Bearer {
  if (value === undefined || value === '') throw refuse.tokenMissing()
  const bearer = registrationBearer(state, value) ?? tokenBearer(state, value, look)
  if (!hasCredentials(registrationOf(state, bearer.clientId), look.now)) throw refuse.registrationClosed()
  return bearer
}

/** Refuses a token of another class than the resource asks for, and one of the tests where data is. */
export function mustOpen(bearer: Bearer, resource: Resource): void {
  const rule = tokenRules[resource]
  if (bearer.class !== rule.class) throw refuse.tokenWrongClass()
  if (bearer.test && !rule.inTests) throw refuse.tokenForTestsOnly()
}

/** What an access token opens: its own authorization, while that gives access. Source: PAGE, life cycle. */
export function opened(state: Seen, { authorization: id }: Bearer, { now }: Pick<Look, 'now'>): SeenAuthorization {
  if (id === null) throw refuse.tokenForTestsOnly()
  const authorization = authorizationOf(state, id)
  if (isOver(authorization, now)) throw refuse.authorizationEnded()
  return authorization
}

/** The subscription or customer a path names, if the token was issued for it. */
export function openedAs(
  state: Seen,
  { bearer, id }: { bearer: Bearer; id: string },
  look: Pick<Look, 'now'>,
): SeenAuthorization {
  const own = opened(state, bearer, look)
  if (id === own.id) return own
  ownAuthorization(state, { bearer, id })
  throw refuse.notYours()
}

/** Whether a prepared package may be fetched with an access token although it is a bulk one (C21). */
export function mustOpenPackage(
  bearer: Bearer,
  kind: 'subscription' | 'bulk' | 'bulkCustomers' | 'bulkPrograms',
  { dialect }: Pick<Look, 'dialect'>,
): void {
  if (kind === 'subscription') return mustOpen(bearer, 'batchSubscription')
  if (bearer.class === 'access' && !bearer.test && dialect.accessTokenOnBulk === 'on') return
  mustOpen(bearer, kind)
}

function registrationBearer(state: Seen, value: string): Bearer | undefined {
  const prints: Readonly<Record<string, ClientId>> = state.index.byRegistrationToken
  const clientId = prints[fingerprint(value)]
  return clientId && { clientId, class: 'registration', authorization: null, test: false }
}

function tokenBearer(state: Seen, value: string, { now, dialect }: Look): Bearer {
  const token = tokenKnown(state, value)
  if (token === undefined) throw refuse.tokenUnknown()
  if (token.class === 'refresh') throw refuse.tokenWrongClass()
  if (token.dead) throw refuse.tokenReplaced()
  if (now >= token.expiresAt) {
    throw dialect.expiredTokenStatus === '403' ? refuse.tokenExpired() : refuse.tokenExpiredUnauthorized()
  }
  const authorization: AuthorizationId | null = token.class === 'access' ? token.authorization : null
  return { clientId: token.clientId, class: token.class, authorization, test: token.test }
}
