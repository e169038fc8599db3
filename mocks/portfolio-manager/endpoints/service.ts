import { endpoint, type Call, type Endpoint, type Visit } from '../../../src/contract/endpoint.ts'
import type { Cited } from '../../../src/contract/evidence.ts'
import { xml } from '../../../src/toolbox/xml/index.ts'
import type { PmSettings } from '../dialect.ts'
import { languageOf } from '../domain/account.ts'
import { refuse } from '../errors/index.ts'
import type { AccountId, State } from '../model/index.ts'
import type { Link } from '../views.ts'
import { encodeDone, encodeLinks } from '../wire/envelope.ts'
import { linkInFrench } from '../wire/french.ts'
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

/** What was made or changed, and where to find it. */
type Done = { id: string; links: readonly Link[] }

/** Answers that something was changed. */
export function done(c: Call, visit: PmVisit, { id, links }: Done): Response {
  return xml(c, encodeDone({ id, links: spoken(visit, links) }))
}

/** Answers that something was made: X17 says with which status. */
export function made(c: Call, visit: PmVisit, { id, links }: Done): Response {
  return created(c, visit, encodeDone({ id, links: spoken(visit, links) }))
}

/** The same with a body of its own. */
export function created(c: Call, { dialect }: PmVisit, text: string): Response {
  return xml(c, text, Number(dialect.createStatus))
}

/** Answers with a list of links: X15 says what an empty one is. */
export function listOf(c: Call, visit: PmVisit, links: readonly Link[]): Response {
  if (links.length === 0 && visit.dialect.emptyListStatus === '404') throw refuse.emptyList()
  return xml(c, encodeLinks(spoken(visit, links)))
}

/** Links in the language of the caller's account. */
export function spoken(visit: PmVisit, links: readonly Link[]): readonly Link[] {
  return speaksFrench(visit) ? links.map(linkInFrench) : links
}

/** Whether the caller's account has chosen French. Source: DOC, Account: languagePreference. */
export function speaksFrench({ store, caller }: PmVisit): boolean {
  return store.read((state) => languageOf(state, caller)) === 'fr_CA'
}
