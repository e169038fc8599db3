import { surfaceOf, type Call, type Visit } from '../../../src/contract/endpoint.ts'
import type { Access } from '../../../src/contract/provider.ts'
import { readJwt } from '../../../src/toolbox/oauth/index.ts'
import type { EnedisSettings } from '../dialect/index.ts'
import { apiAt, isSubscribed } from '../domain/api.ts'
import { isAtHome } from '../domain/application-lookup.ts'
import { mustBeOn } from '../domain/service.ts'
import { authenticate, type TokenRequest } from '../domain/token-endpoint.ts'
import { holderOfToken } from '../domain/token.ts'
import { refuse } from '../errors/index.ts'
import type { State } from '../model/index.ts'
import type { Bearer, SeenApplication, SgeCaller } from '../views/index.ts'
import { limits } from './limits.ts'
import { identifySender, type SgeVisit } from './sge/index.ts'

export { handshake, keepSender, mustListen, type SgeVisit } from './sge/index.ts'

export type EnedisVisit = Visit<State, Bearer, EnedisSettings>

/** Where the token endpoints leave what they were asked, which may stand in the body, for whoever judges the client. */
export const keepTokenRequest = (c: Call, request: TokenRequest) => c.set('tokenRequest', request)
const tokenRequestOf = (c: Call) => c.get('tokenRequest') as TokenRequest | undefined

/** Under which name a client asks; names of Enedis say which environment is meant. */
export function hostNameOf(c: Call): string {
  return new URL(c.req.url).hostname
}

type Caller = Bearer | SgeCaller

/** The bearer of a token at an API, an application with its credentials at the token endpoints, a user of SGE at its services. */
export const access: Access<State, Caller, EnedisSettings> = {
  identify: (c, visit, peer) => {
    if (surfaceOf(c) === 'sge') return identifySender(c, visit as SgeVisit, peer)
    return apiAt(c.req.path) === undefined
      ? identifyClient(c, visit as EnedisVisit)
      : identifyBearer(c, visit as EnedisVisit)
  },
  nameOf: (caller) => ('login' in caller ? caller.login : caller.clientId),
  groupOf: (caller) => ('login' in caller ? caller.party : groupOfBearer(caller)),
  counts: (limit, caller) => ('login' in caller ? countsForSender(limit, caller) : countsForBearer(limit, caller)),
  limits,
}

const groupOfBearer = ({ entity, api, generation }: Bearer) => `${entity}/${generation === 'v2' ? api : 'data-connect'}`
const countsForSender = (limit: string, { environment }: SgeCaller) =>
  limit === 'sgePerSecond' && environment === 'homologation'
const countsForBearer = (limit: string, { generation }: Bearer) =>
  generation !== null && limit.startsWith(generation === 'v2' ? 'v2' : 'v5')

/** Whether there is such an API, who asks, whether they may use it. Source: CAPTURE and ISSUES; the order is inferred. */
function identifyBearer(c: Call, { store, now }: EnedisVisit): Bearer {
  const at = apiAt(c.req.path)
  if (at === undefined) throw refuse.unknownPath()
  const { api, generation } = at
  const token = bearerTokenOf(c)
  const { application, usagePoints } = store.read((state) => {
    mustBeOn(state, generation)
    return holderOfToken(state, token, { now })
  })
  if (!isAtHome(application, hostNameOf(c))) throw refuse.tokenInvalid()
  if (!isSubscribed(application, api)) throw refuse.notSubscribed()
  return { ...callerOf(application), api, generation, usagePoints }
}

/** A signed token that says something else than what was signed is no token. */
function bearerTokenOf(c: Call): string | undefined {
  const [, token] = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '') ?? []
  if (token?.startsWith('eyJ') && readJwt(token) === undefined) throw refuse.tokenInvalid()
  return token
}

function identifyClient(c: Call, { store, dialect, note }: EnedisVisit): Bearer {
  const request = tokenRequestOf(c) ?? { basic: undefined, form: {}, query: {} }
  const hostName = hostNameOf(c)
  const { application, place } = store.read((state) => authenticate(state, request, { hostName, dialect }))
  const says = `Credentials of the application came in the ${places[place]}.`
  note({ finding: 'credentials-place', level: 'info', says })
  return { ...callerOf(application), api: null, generation: null, usagePoints: null }
}

const places = { basic: 'Authorization header', form: 'body', query: 'query' } as const

function callerOf({ clientId, entity, environment }: SeenApplication) {
  return { clientId, entity, environment }
}
