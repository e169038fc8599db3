import { endpoint, type Call, type Endpoint, type Visit } from '../../../src/contract/endpoint.ts'
import type { Cited } from '../../../src/contract/evidence.ts'
import { xml } from '../../../src/toolbox/xml/index.ts'
import type { PmSettings } from '../dialect.ts'
import { refuse } from '../errors/index.ts'
import type { AccountId, State } from '../model/index.ts'
import type { Link } from '../views.ts'
import { encodeLinks } from '../wire/envelope.ts'
import { mustAcceptXml, mustBeXml } from '../wire/media-types.ts'

export type PmVisit = Visit<State, { account: AccountId; username: string }, PmSettings>
type Handler = (c: Call, visit: PmVisit, caller: AccountId) => Response | Promise<Response>
type Route = Parameters<typeof endpoint>[0]

/** A web service for integrators: what it answers is XML, and whoever wants something else is told so. */
export function service(route: Route, about: Cited & { name: string }, handle: Handler): Endpoint {
  return endpoint<State, PmVisit['caller'], PmSettings>(route, { by: 'client', ...about }, (c, visit) => {
    mustAcceptXml(c.req.header('accept'))
    return handle(c, visit, visit.caller.account)
  })
}

/** Reads a request's body, and shows it to the journal as it was understood. */
export async function bodyOf<Body>(c: Call, { decoded }: PmVisit, decode: (text: string) => Body): Promise<Body> {
  const text = await c.req.text()
  if (text !== '') mustBeXml(c.req.header('content-type'))
  const body = decode(text)
  decoded(body)
  return body
}

/** Answers that something was made: X17 says with which status. */
export function created(c: Call, { dialect }: PmVisit, text: string): Response {
  return xml(c, text, Number(dialect.createStatus))
}

/** Answers with a list of links: X15 says what an empty one is. */
export function listOf(c: Call, { dialect }: PmVisit, links: readonly Link[]): Response {
  if (links.length === 0 && dialect.emptyListStatus === '404') throw refuse.emptyList()
  return xml(c, encodeLinks(links))
}
