import type { Call } from '../../../src/contract/endpoint.ts'
import { basicCredentials } from '../../../src/toolbox/basic-auth.ts'
import { formDecoded } from '../../../src/toolbox/forms.ts'
import { signJwt } from '../../../src/toolbox/oauth/index.ts'
import { keepTokenRequest, type EnedisVisit } from '../access/index.ts'
import { applicationOf } from '../domain/application-lookup.ts'
import { mustBeOn, mustBeUntroubled } from '../domain/service.ts'
import {
  grantByCode,
  mustAskForCredentialsGrant,
  parameterOf,
  revokeToken,
  type TokenRequest,
} from '../domain/token-endpoint.ts'
import { claimsOf, keepSigned } from '../domain/token.ts'
import { refuse } from '../errors/index.ts'
import { encodeCodeGrant, encodeToken } from '../wire/token.ts'
import { credentialsDoor } from './door.ts'
import { hidden } from './secrets.ts'

/** The token endpoints: of v5 and 2026, and that of v4. */
export const token = [
  credentialsDoor(
    'POST /oauth2/v3/token',
    { name: 'token.create', basis: 'documented', source: 'SWAGGER, oauth2/v3' },
    createToken,
  ),
  credentialsDoor(
    'POST /oauth2/v3/revoke',
    { name: 'token.revoke', basis: 'documented', source: 'SWAGGER, oauth2/v3; RFC7009' },
    async (c, visit) => {
      const request = await requestIn(c, visit)
      const { clientId } = visit.identify()
      const asked = { value: parameterOf(request, 'token'), hint: parameterOf(request, 'token_type_hint') }
      visit.store.change((state) => revokeToken(state, { clientId, ...asked }))
      return c.body(null, 200)
    },
  ),
  credentialsDoor(
    'POST /v1/oauth2/token',
    { name: 'codeToken.create', basis: 'documented', source: 'SWAGGER, v4; CLIENT' },
    async (c, visit) => {
      const request = await requestIn(c, visit)
      visit.store.read((state) => mustBeOn(state, 'v4'))
      const { clientId } = visit.identify()
      const grant = visit.store.change((state, house) =>
        grantByCode(state, { application: applicationOf(state, clientId), request }, house),
      )
      return sendJson(c, encodeCodeGrant(grant, visit.dialect))
    },
  ),
]

/** The grant first, then who asks. It is signed before it is remembered, so that what is kept is what went out. */
async function createToken(c: Call, visit: EnedisVisit): Promise<Response> {
  const request = await requestIn(c, visit)
  mustAskForCredentialsGrant(request)
  const { clientId } = visit.identify()
  const { store, now, requestId, dialect } = visit
  const claims = store.read((state) => claimsOf(applicationOf(state, clientId), { now, requestId }))
  const value = await signJwt(claims)
  store.change((state) => keepSigned(state, { clientId, value, claims }))
  return sendJson(c, encodeToken(value, dialect))
}

/** Parameters of query and body apart, for credentials may stand in either. Source: CLIENT, all places are in use. */
async function requestIn(c: Call, visit: EnedisVisit): Promise<TokenRequest> {
  const { store, now, decoded } = visit
  store.read((state) => mustBeUntroubled(state, ['token'], { now }))
  const text = await c.req.text()
  const type = c.req.header('content-type') ?? ''
  if (text !== '' && !/^application\/x-www-form-urlencoded\b/i.test(type)) throw refuse.mediaTypeUnsupported()
  const basic = credentialsInHeader(c)
  const request = { basic, form: Object.fromEntries(new URLSearchParams(text)), query: c.req.query() }
  decoded({ ...hidden(request.query), ...hidden(request.form) })
  keepTokenRequest(c, request)
  return request
}

/** Libraries send words of a form, others send them as they are, and no id or secret differs. Source: RFC6749, 2.3.1. */
function credentialsInHeader(c: Call): TokenRequest['basic'] {
  const told = basicCredentials(c.req.header('authorization'))
  return told && { clientId: formDecoded(told.username), secret: formDecoded(told.password) }
}

function sendJson(c: Call, body: string): Response {
  c.set('sent', body)
  return c.body(body, 200, { 'content-type': 'application/json', 'cache-control': 'no-store', pragma: 'no-cache' })
}
