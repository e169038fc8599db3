import { fingerprint } from '../../../src/ground/fingerprint.ts'
import type { Call, Visit } from '../../../src/contract/endpoint.ts'
import type { Access, Peer } from '../../../src/contract/provider.ts'
import { basicCredentials } from '../../../src/toolbox/basic-auth.ts'
import type { PgeSettings } from '../dialect/index.ts'
import { vendorOf } from '../domain/registration-lookup.ts'
import { mustBeUp } from '../domain/service.ts'
import { authenticateClient, type TokenParams } from '../domain/token-endpoint.ts'
import { bearerOf } from '../domain/token-rules.ts'
import type { State } from '../model/index.ts'
import type { Bearer } from '../views.ts'
import { mustShowCertificate } from './certificate.ts'
import { limits } from './limits.ts'

export { handshake } from './certificate.ts'

/** Who calls: the bearer of a token, or, at the token endpoint, a client with its id and secret. */
export type Caller = Omit<Bearer, 'class'> & { class: Bearer['class'] | 'credentials' }
export type PgeVisit = Visit<State, Caller, PgeSettings>

/** Where the token endpoint leaves its parameters, which may stand in the body, for whoever judges the client. */
const tokenParamsOf = (c: Call) => c.get('tokenParams') as TokenParams | undefined
export const keepTokenParams = (c: Call, params: TokenParams) => c.set('tokenParams', params)

/** Certificate first, token second; browsers show neither. Source: PROBE, order of checks. */
export const access: Access<State, Caller, PgeSettings> = {
  identify: (c, visit, peer) => (isTokenEndpoint(c) ? identifyClient(c, visit, peer) : identifyBearer(c, visit, peer)),
  nameOf: ({ clientId }) => clientId,
  groupOf: ({ clientId }, { store }) => store.read((state) => vendorOf(state, clientId)),
  limits,
}

function identifyBearer(c: Call, visit: PgeVisit, peer: Peer): Bearer {
  const [, token] = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '') ?? []
  const found = attempt(() => visit.store.read((state) => bearerOf(state, token, visit)))
  mustShowCertificate(peer, visit, found.value?.clientId)
  // The status of the service is told even when there is nothing else to tell.
  if (!c.req.path.endsWith('/ReadServiceStatus')) visit.store.read(mustBeUp)
  if (found.value === undefined) throw found.error
  return found.value
}

function identifyClient(c: Call, visit: PgeVisit, peer: Peer): Caller {
  const told = basicCredentials(c.req.header('authorization'))
  const basic = told && { clientId: told.username, secret: fingerprint(told.password) }
  const params = tokenParamsOf(c) ?? {}
  const found = attempt(() => visit.store.read((state) => authenticateClient(state, { basic, params }, visit)))
  mustShowCertificate(peer, visit, found.value)
  if (found.value === undefined) throw found.error
  return { clientId: found.value, class: 'credentials', authorization: null, test: isTestEndpoint(c) }
}

function isTokenEndpoint({ req }: Call): boolean {
  return /^\/datacustodian\/(test\/)?oauth\/v2\/token$/.test(req.path)
}

function isTestEndpoint({ req }: Call): boolean {
  return req.path.startsWith('/datacustodian/test/')
}

type Attempt<T> = { value: T; error?: never } | { value?: never; error: Error }

/** What is wrong with a token is told only to those who show a certificate. */
function attempt<T>(judge: () => T): Attempt<T> {
  try {
    return { value: judge() }
  } catch (error) {
    return { error: error as Error }
  }
}
