import { fingerprint } from '../../../src/ground/fingerprint.ts'
import { later } from '../../../src/toolbox/calendar.ts'
import type { EnedisHouse, Look } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { ClientId, Instant, State, Token, UsagePointId } from '../model/index.ts'
import type { Seen, SeenApplication, TokenClaims } from '../views/index.ts'
import { applicationOf, isOpen } from './application-lookup.ts'
import { derivedUuid, newSecret } from './secrets.ts'

/** Seconds a token lives: three hours and a half. Source: SWAGGER, oauth2/v3. */
export const tokenLasts = 12_600

/** What a token says, as the gateway's maker lets it. Source: SWAGGER, oauth2/v3, the example of access_token. */
export function claimsOf(
  { clientId, name, environment, apis }: SeenApplication,
  { now, requestId }: { now: Instant; requestId: string },
): TokenClaims {
  const iat = Math.floor(Date.parse(now) / 1000)
  return {
    sub: clientId,
    aud: 'http://org.wso2.apimgt/gateway',
    application: { name, tier: 'Unlimited', tierQuotaType: null, uuid: derivedUuid(`application ${clientId}`) },
    scope: 'default',
    iss: 'https://gw.ext.prod.api.enedis.fr/oauth2/token',
    keytype: environment === 'production' ? 'PRODUCTION' : 'SANDBOX',
    subscribedAPIs: Object.keys(apis).map((api) => ({ name: api, subscriptionTier: 'Unlimited' })),
    consumerKey: clientId,
    exp: iat + tokenLasts,
    iat,
    jti: derivedUuid(`token ${clientId} ${requestId}`),
  }
}

/** Remembers a token that has been signed. */
export function keepSigned(
  state: State,
  { clientId, value, claims }: { clientId: ClientId; value: string; claims: TokenClaims },
): void {
  const issuedAt = new Date(claims.iat * 1000).toISOString()
  state.tokens[fingerprint(value)] = { ...lifeFrom(issuedAt), clientId, class: 'client' }
}

/** Remembers a token that the client has had since before the story began. */
export function keepGiven(
  state: State,
  { clientId, value, issuedAt }: { clientId: ClientId; value: string; issuedAt: Instant },
): void {
  state.tokens[fingerprint(value)] = { ...lifeFrom(issuedAt), clientId, class: 'client' }
}

/** An access token of v4, for the usage points of one consent. */
export function issueAccessToken(
  state: State,
  { clientId, usagePoints }: { clientId: ClientId; usagePoints: readonly UsagePointId[] },
  house: EnedisHouse,
): string {
  const { value, print } = newSecret(house)
  state.tokens[print] = { ...lifeFrom(house.now), clientId, class: 'access', usagePoints: [...usagePoints] }
  return value
}

/** A refresh token of v4. Source: CLIENT, single use; that it lives as long as a consent may is inferred. */
export function issueRefreshToken(
  state: State,
  { value = '', ...told }: { clientId: ClientId; usagePoints: readonly UsagePointId[]; uses: number; value?: string },
  house: EnedisHouse,
): string {
  const secret = value === '' ? newSecret(house) : { value, print: fingerprint(value) }
  const expiresAt = later(house.now, 'P3Y')
  const { clientId, uses } = told
  const usagePoints = [...told.usagePoints]
  state.tokens[secret.print] = {
    ...{ clientId, issuedAt: house.now, expiresAt, dead: false },
    ...{ class: 'refresh', usagePoints, uses },
  }
  return secret.value
}

/** The token behind a value, if there ever was one. */
export function tokenKnown<S extends Pick<State, 'tokens'>>(state: S, value: string): Token | undefined {
  const print = fingerprint(value)
  return Object.hasOwn(state.tokens, print) ? state.tokens[print] : undefined
}

/** Who holds a token that came in, and which usage points it is bound to, or the refusal that says why it is no good. */
export function holderOfToken(
  state: Seen,
  value: string | undefined,
  { now }: Pick<Look, 'now'>,
): { application: SeenApplication; usagePoints: readonly UsagePointId[] | null } {
  if (value === undefined) throw refuse.tokenMissing()
  const token = tokenKnown(state as State, value)
  if (token === undefined || token.class === 'refresh' || token.dead || now >= token.expiresAt)
    throw refuse.tokenInvalid()
  const application = applicationOf(state, token.clientId)
  if (!isOpen(application)) throw refuse.tokenInvalid()
  return { application, usagePoints: token.class === 'access' ? token.usagePoints : null }
}

function lifeFrom(issuedAt: Instant): { issuedAt: Instant; expiresAt: Instant; dead: boolean } {
  return { issuedAt, expiresAt: later(issuedAt, `PT${tokenLasts}S`), dead: false }
}
