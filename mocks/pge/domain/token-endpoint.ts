import type { Look, PgeHouse } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { AuthorizationId, ClientId, Print, State } from '../model/index.ts'
import type { Seen, TokenGrant } from '../views.ts'
import { authorizationOf, isOver } from './authorization.ts'
import { useCode } from './code.ts'
import {
  clientKnown,
  hasCredentials,
  isAuthorizedOnline,
  isInProduction,
  registrationOf,
} from './registration-lookup.ts'
import { passTest } from './registration.ts'
import { clientScope, registeredScope, scopeOf } from './scope.ts'
import { issueAccessToken, issueClientToken, issueRefreshToken, tokenKnown } from './token.ts'

const grantTypes = ['client_credentials', 'authorization_code', 'refresh_token'] as const
export type GrantType = (typeof grantTypes)[number]
/** The parameters of a token request, wherever they stood. */
export type TokenParams = Readonly<Record<string, string>>

/**
 * The token endpoint decides in this order: the door refuses GET; grant_type; the door judges the certificate; the
 * client; the grant. Source: PROBE, parameter errors came without a certificate; the rest is inferred.
 */
export function grantTypeIn({ grant_type: asked }: TokenParams): GrantType {
  if (asked === undefined || asked === '') throw refuse.grantTypeMissing()
  const known = grantTypes.find((one) => one === asked)
  if (known === undefined) throw refuse.grantTypeUnsupported()
  return known
}

/** Who asks for a token: HTTP Basic, and nothing but Basic. Source: PAGE, client_secret_basic; HARN, OAD003. */
export function authenticateClient(
  state: Seen,
  { basic, params }: { basic: { clientId: string; secret: Print } | undefined; params: TokenParams },
  { now }: Pick<Look, 'now'>,
): ClientId {
  if (basic === undefined) throw refuse.authorizationHeaderMissing()
  if (params.client_id !== undefined || params.client_secret !== undefined) throw refuse.clientIdTwice()
  const clientId = clientKnown(state, basic.clientId)
  const registration = clientId && registrationOf(state, clientId)
  if (registration?.secret !== basic.secret || !hasCredentials(registration, now)) throw refuse.clientInvalid()
  return registration.clientId
}

type Asked = { clientId: ClientId; params: TokenParams; test: boolean }

/** Hands out tokens for one of the three grants, or refuses. Source: PAGE, token endpoint. */
export function grantTokens(state: State, asked: Asked, house: PgeHouse): TokenGrant {
  mustBeForThem(state, asked, house)
  switch (grantTypeIn(asked.params)) {
    case 'client_credentials':
      return byCredentials(state, asked, house)
    case 'authorization_code':
      return byCode(state, asked, house)
    case 'refresh_token':
      return byRefresh(state, asked, house)
  }
}

/** The production endpoint opens with approval, and stays open on hold; the code grant is for those whom customers authorize online. */
function mustBeForThem(state: State, { clientId, params, test }: Asked, { now }: PgeHouse): void {
  const registration = registrationOf(state, clientId)
  const isForCustomers = grantTypeIn(params) === 'authorization_code'
  if (!test && !isInProduction(registration, now)) throw refuse.grantNotForClient()
  if (isForCustomers && !isAuthorizedOnline(registration)) throw refuse.grantNotForClient()
}

function byCredentials(state: State, { clientId, params, test }: Asked, house: PgeHouse): TokenGrant {
  const known = [undefined, '', clientScope, registeredScope(registrationOf(state, clientId), house.dialect)]
  if (!known.includes(params.scope)) throw refuse.scopeMismatch()
  return clientTokens(state, { clientId, test, grant: 'client_credentials' }, house)
}

function byCode(state: State, { clientId, params, test }: Asked, house: PgeHouse): TokenGrant {
  const code = required(params, 'code')
  const redirectUri = required(params, 'redirect_uri')
  const { authorization } = useCode(state, { clientId, code, redirectUri, test }, house)
  if (authorization !== null) mustBeOpen(state, authorization, house)
  if (test) passTest(state, { clientId, test: 'oauth' }, house)
  return accessTokens(state, { clientId, test, authorization, grant: 'authorization_code' }, house)
}

function byRefresh(state: State, { clientId, params, test }: Asked, house: PgeHouse): TokenGrant {
  const token = tokenKnown(state, required(params, 'refresh_token'))
  const isTheirs = token?.class === 'refresh' && token.clientId === clientId && token.test === test
  if (!isTheirs || token.dead || house.now >= token.expiresAt) throw refuse.refreshTokenInvalid()
  const { authorization, opens } = token
  if (authorization !== null) mustBeOpen(state, authorization, house)
  mustKeepScope(state, { clientId, authorization, opens, asked: params.scope }, house)
  token.dead = true
  if (opens === 'client') return clientTokens(state, { clientId, test, grant: 'refresh_token' }, house)
  return accessTokens(state, { clientId, test, authorization, grant: 'refresh_token' }, house)
}

type Given = Pick<TokenGrant, 'grant' | 'test'> & { clientId: ClientId }

function clientTokens(state: State, { grant, ...holder }: Given, house: PgeHouse): TokenGrant {
  const token = issueClientToken(state, holder, house)
  const hasRefresh = house.dialect.clientRefreshToken === 'issued'
  const opens = { ...holder, authorization: null, opens: 'client' } as const
  return {
    class: 'client',
    token: token.value,
    expiresInSeconds: token.lastsSeconds,
    refreshToken: hasRefresh ? issueRefreshToken(state, opens, house).value : null,
    scope: clientScope,
    authorization: null,
    grant,
    test: holder.test,
  }
}

function accessTokens(
  state: State,
  { grant, ...holder }: Given & { authorization: AuthorizationId | null },
  house: PgeHouse,
): TokenGrant {
  const token = issueAccessToken(state, holder, house)
  const { value: refreshToken } = issueRefreshToken(state, { ...holder, opens: 'access' }, house)
  const scope = scopeHeld(state, holder, house)
  const { authorization, test } = holder
  const { value, lastsSeconds: expiresInSeconds } = token
  return { class: 'access', token: value, expiresInSeconds, refreshToken, scope, authorization, grant, test }
}

/** No code and no refresh opens what is over. One that was cancelled today is open until midnight. */
function mustBeOpen(state: State, id: AuthorizationId, { now }: PgeHouse): void {
  if (isOver(authorizationOf(state, id), now)) throw refuse.authorizationOver()
}

function mustKeepScope(
  state: State,
  { asked, opens, ...holder }: Scoped & { asked: string | undefined; opens: 'access' | 'client' },
  house: PgeHouse,
): void {
  if (asked === undefined || asked === '') return
  const held = opens === 'client' ? clientScope : scopeHeld(state, holder, house)
  if (asked !== held) throw refuse.scopeMismatch()
}

type Scoped = { clientId: ClientId; authorization: AuthorizationId | null }

function scopeHeld(state: State, { clientId, authorization }: Scoped, { dialect }: PgeHouse): string {
  if (authorization === null) return registeredScope(registrationOf(state, clientId), dialect)
  return scopeOf(state, authorizationOf(state, authorization), dialect)
}

function required(params: TokenParams, parameter: string): string {
  const value = params[parameter]
  if (value === undefined || value === '') throw refuse.parameterMissing({ parameter })
  return value
}
