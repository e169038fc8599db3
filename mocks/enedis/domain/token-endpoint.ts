import { fingerprint } from '../../../src/ground/fingerprint.ts'
import type { EnedisHouse, Look } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { ClientId, State } from '../model/index.ts'
import type { CodeGrant, Seen, SeenApplication } from '../views/index.ts'
import { applicationKnown, isAtHome, isOpen } from './application-lookup.ts'
import { useCode } from './code.ts'
import { issueAccessToken, issueRefreshToken, tokenKnown, tokenLasts } from './token.ts'

/** The parameters of a token request, by where they stood. */
export type TokenRequest = {
  basic: Credentials | undefined
  form: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
}
export type Credentials = { clientId: string; secret: string }
/** Where credentials may stand. Source: CLIENT, all three are in use. */
export type Place = 'basic' | 'form' | 'query'

/** A parameter, wherever it stands; the form wins where both say something. */
export function parameterOf({ form, query }: TokenRequest, name: string): string | undefined {
  const value = form[name] ?? query[name]
  return value === '' ? undefined : value
}

/** Who asks, and where they said so: in one of the places that are allowed (R13). */
export function authenticate(
  state: Seen,
  request: TokenRequest,
  { hostName, dialect }: { hostName: string | null } & Pick<Look, 'dialect'>,
): { application: SeenApplication; place: Place } {
  const { place, told } = credentialsIn(request, dialect)
  const application = applicationKnown(state, told.clientId)
  if (application?.secret !== fingerprint(told.secret) || !isOpen(application)) throw refuse.clientInvalid()
  if (!isAtHome(application, hostName)) throw refuse.otherEnvironment()
  return { application, place }
}

/** Sent twice they must be the same. Source: SWAGGER, invalid_request: multiple credentials. */
function credentialsIn(
  { basic, form, query }: TokenRequest,
  { credentialsPlace }: Look['dialect'],
): { place: Place; told: Credentials } {
  const told = [
    ['basic', basic],
    ['form', inParameters(form)],
    ['query', inParameters(query)],
  ] as const
  const allowed = told.flatMap(([place, one]) => {
    const isAllowed = credentialsPlace === 'anywhere' || credentialsPlace === place
    return one && isAllowed ? [{ place, told: one }] : []
  })
  const [first, ...others] = allowed
  if (first === undefined) throw refuse.credentialsMissing()
  if (others.some((other) => !isSame(first.told, other.told))) throw refuse.credentialsTwice()
  return first
}

function inParameters({ client_id, client_secret }: Readonly<Record<string, string>>): Credentials | undefined {
  return client_id && client_secret ? { clientId: client_id, secret: client_secret } : undefined
}

function isSame(one: Credentials, other: Credentials): boolean {
  return one.clientId === other.clientId && one.secret === other.secret
}

/** The grant that the endpoint of v3 knows. Source: SWAGGER, oauth2/v3. */
export function mustAskForCredentialsGrant(request: TokenRequest): void {
  const grant = parameterOf(request, 'grant_type')
  if (grant === undefined) throw refuse.grantTypeMissing()
  if (grant === 'authorization_code' || grant === 'refresh_token') throw refuse.grantNotForClient()
  if (grant !== 'client_credentials') throw refuse.grantTypeUnsupported()
  const scope = parameterOf(request, 'scope')
  if (scope !== undefined && !/^[\x21\x23-\x5B\x5D-\x7E]+( [\x21\x23-\x5B\x5D-\x7E]+)*$/.test(scope))
    throw refuse.scopeInvalid()
}

/** A token that is revoked is dead at once; one that nobody knows, or that is another's, is none of the caller's. */
export function revokeToken(
  state: State,
  { clientId, value, hint }: { clientId: ClientId; value: string | undefined; hint: string | undefined },
): void {
  if (value === undefined) throw refuse.parameterOfTokenMissing()
  if (hint !== undefined && hint !== 'access_token') throw refuse.tokenTypeUnsupported()
  const token = tokenKnown(state, value)
  if (token?.clientId === clientId) token.dead = true
}

/** The two grants of v4: a code, then one refresh token after another. Source: SWAGGER, v4; CLIENT. */
export function grantByCode(
  state: State,
  { application, request }: { application: SeenApplication; request: TokenRequest },
  house: EnedisHouse,
): CodeGrant {
  const { clientId, redirectUri } = application
  const told = request.query.redirect_uri ?? request.form.redirect_uri
  switch (parameterOf(request, 'grant_type')) {
    case undefined:
      throw refuse.grantTypeMissing()
    case 'authorization_code': {
      if (told !== undefined && told !== redirectUri) throw refuse.codeInvalid()
      const value = parameterOf(request, 'code')
      if (value === undefined) throw refuse.parameterOfTokenMissing()
      const { usagePoints } = useCode(state, { clientId, value }, house)
      return tokensFor(state, { clientId, usagePoints, uses: 0 }, house)
    }
    case 'refresh_token':
      return tokensFor(state, { clientId, ...usedUp(state, { clientId, request }, house) }, house)
    case 'client_credentials':
      throw refuse.grantNotForClient()
    default:
      throw refuse.grantTypeUnsupported()
  }
}

type Held = Pick<CodeGrant, 'usagePoints'> & { uses: number }

function usedUp(
  state: State,
  { clientId, request }: { clientId: ClientId; request: TokenRequest },
  { now }: EnedisHouse,
): Held {
  const value = parameterOf(request, 'refresh_token')
  if (value === undefined) throw refuse.parameterOfTokenMissing()
  const token = tokenKnown(state, value)
  const isTheirs = token?.class === 'refresh' && token.clientId === clientId
  if (!isTheirs || token.dead || now >= token.expiresAt) throw refuse.refreshTokenInvalid()
  token.dead = true
  return { usagePoints: [...token.usagePoints], uses: token.uses + 1 }
}

function tokensFor(
  state: State,
  { clientId, usagePoints, uses }: Held & { clientId: ClientId },
  house: EnedisHouse,
): CodeGrant {
  return {
    accessToken: issueAccessToken(state, { clientId, usagePoints }, house),
    refreshToken: issueRefreshToken(state, { clientId, usagePoints, uses }, house),
    expiresInSeconds: tokenLasts,
    issuedAt: house.now,
    refreshTokenIssuedAt: house.now,
    usagePoints,
    refreshCount: uses,
  }
}
