import { endpoint, type Call, type Endpoint } from '../../../src/contract/endpoint.ts'
import { atom, uuids } from '../../../src/toolbox/atom/index.ts'
import type { Caller, PgeVisit } from '../access/index.ts'
import type { PgeSettings } from '../dialect/index.ts'
import { whyNoData } from '../domain/no-data.ts'
import type { DataLook } from '../domain/site.ts'
import { mustOpen, mustOpenPackage, type Resource } from '../domain/token-rules.ts'
import { isWithoutData } from '../domain/usage-point.ts'
import { windowFor } from '../domain/window.ts'
import type { PackageKind, State, Window } from '../model/index.ts'
import type { Bearer, UsagePointView } from '../views.ts'
import { decodeDates } from '../wire/dates.ts'
import { emptyFeed, feedHead, feedTail, sheetOf, type Sheet } from '../wire/envelope.ts'
import { usageFeed } from '../wire/usage-feed.ts'

export const root = '/GreenButtonConnect/espi/1_1/resource'

type Route = Parameters<typeof endpoint>[0]
type About = Omit<Parameters<typeof endpoint>[1], 'by' | 'identify'>

/** A resource and the class of token that opens it. Source: APIS, token column. */
export function resource(
  route: Route,
  { opensWith, ...about }: About & { opensWith: Resource },
  handle: (c: Call, visit: PgeVisit, bearer: Bearer) => Response,
): Endpoint {
  return endpoint<State, Caller, PgeSettings>(route, { ...about, by: 'client' }, (c, visit) => {
    const bearer = visit.caller as Bearer
    const prepared = c.req.query('correlationID') === undefined ? undefined : packages[opensWith]
    if (prepared) mustOpenPackage(bearer, prepared, visit)
    else mustOpen(bearer, opensWith)
    return handle(c, visit, bearer)
  })
}

/** Prepared packages that an access token might open too (C21). */
const packages: { readonly [Name in Resource]?: PackageKind } = {
  bulk: 'bulk',
  bulkCustomers: 'bulkCustomers',
  bulkPrograms: 'bulkPrograms',
}

/** What rules that compute data must know of a request. */
export function lookOf({ now, dialect, seed }: PgeVisit): DataLook {
  return { now, dialect, seed }
}

/** The window a request asks for. */
export function windowIn(c: Call, visit: PgeVisit): Window {
  return windowFor(decodeDates(c.req.query(), visit.dialect), visit)
}

export function parameter(c: Call, name: string): string {
  return String(c.req.param(name))
}

/** The sheet on which an answer is written: its ids are those of this request, or of a package that was prepared. */
export function sheetFor(visit: PgeVisit, prepared?: { id: string; begunAt: string; updatedAt: string }): Sheet {
  const { origin, now, seed, requestId } = visit
  const { id = requestId, begunAt = now, updatedAt = now } = prepared ?? {}
  return sheetOf({ origin, serializer: visit.dialect.serializer, begunAt, updatedAt, newId: uuids(seed, id) })
}

/** The address of a request without what was asked besides: the self link of its feed. */
export function selfOf(c: Call, { origin }: PgeVisit): string {
  return origin + c.req.path
}

/** A collection. */
export function feed(
  c: Call,
  visit: PgeVisit,
  entries: (sheet: Sheet) => Iterable<string>,
  self = selfOf(c, visit),
): Response {
  const sheet = sheetFor(visit)
  return atom(c, wrapped(self, sheet, entries(sheet)))
}

/** A single resource: an entry alone, or a feed that holds it (C26). */
export function single(c: Call, visit: PgeVisit, entry: (sheet: Sheet, about: { alone: boolean }) => string): Response {
  if (visit.dialect.singleAs === 'feed') return feed(c, visit, (sheet) => [entry(sheet, { alone: false })])
  return atom(c, [entry(sheetFor(visit), { alone: true })])
}

/** A usage feed of everything asked for; or that there is no data. */
export function usage(
  c: Call,
  visit: PgeVisit,
  points: readonly UsagePointView[],
  { sheet = sheetFor(visit), headers = {}, window }: { sheet?: Sheet } & Nothing = {},
): Response {
  if (isWithoutData(points)) return withoutData(c, visit, { headers, window })
  return atom(c, usageFeed(selfOf(c, visit), points, sheet), { headers })
}

/** What was asked for, as far as it may explain why there is nothing of it. */
type Nothing = { headers?: Record<string, string>; window?: Window | undefined; of?: 'readings' | 'bills' }

/** Nothing to tell: 204 since March 2023, a feed without entries before (C9). Source: PAGE; CLIENT. */
export function withoutData(
  c: Call,
  visit: PgeVisit,
  { headers = {}, window, of = 'readings' }: Nothing = {},
): Response {
  const { store, dialect, note } = visit
  const says = window && store.read((state) => whyNoData(state, { window, of }, visit))
  if (says !== undefined) note({ finding: 'no-data', level: 'info', says, source: 'PAGE, availability of data' })
  if (dialect.noData === 'emptyFeed') return atom(c, [emptyFeed], { headers })
  return c.body(null, 204, headers)
}

function* wrapped(self: string, sheet: Sheet, entries: Iterable<string>): Iterable<string> {
  yield feedHead(self, sheet)
  yield* entries
  yield feedTail
}
