import type { Entry, Exchange } from '../../../../src/index.ts'
import { turnOf, type Evidence, type Turn } from '../../../evidence.ts'
import { outcomeOf, type Outcome } from '../../../outcome.ts'

/** A request of the client, or of a browser on its behalf, as checks see it. */
export type Call = Outcome & {
  /** Journal id. */
  id: number
  entry: Entry<Exchange>
  /** The world's time. */
  at: string
  endpoint: string | null
  method: string
  path: string
  query: URLSearchParams
  /** Fingerprint of the bearer token it carried. */
  bearer: string | undefined
  /** What the path names: SubscriptionID = AuthorizationID = RetailCustomerID. */
  subscription: string | undefined
  usagePoint: string | undefined
  turn: Turn | undefined
}

type Calls = { byClient: readonly Call[]; byBrowser: readonly Call[] }
const lists = new WeakMap<Evidence, Calls>()

/** Everything the client itself asked the provider, in order. */
export function callsOf(evidence: Evidence): readonly Call[] {
  return all(evidence).byClient
}

/** Calls of one turn. */
export function callsIn(evidence: Evidence, turn: Turn): readonly Call[] {
  return callsOf(evidence).filter((call) => call.turn === turn)
}

/** Pages that a browser met: those a client sent it to, and those a person opened. */
export function visitsOf(evidence: Evidence): readonly Call[] {
  return all(evidence).byBrowser
}

/** Requests for data, whoever's: not those for tokens, and not those about the client and its authorizations. */
export function isForData({ endpoint }: Call): boolean {
  return endpoint !== null && !/^(token|testToken|serviceStatus|sampleData|application|authorization)/.test(endpoint)
}

/** A request in words: its method, its path, and what was said of time. */
export function spelled({ method, path, query }: Call): string {
  const asked = [...query].filter(([name]) => /-(min|max)$|^correlationID$/.test(name)).map((pair) => pair.join('='))
  return `${method} ${path}${asked.length > 0 ? `?${asked.join('&')}` : ''}`
}

function all(evidence: Evidence): Calls {
  const known = lists.get(evidence) ?? read(evidence)
  lists.set(evidence, known)
  return known
}

function read(evidence: Evidence): Calls {
  const mine = evidence.journal.calls().where(({ provider }) => provider === evidence.provider)
  const calls = mine.list().map((entry) => callOf(evidence, entry))
  return { byClient: calls.filter((call) => !isPage(call)), byBrowser: calls.filter(isPage) }
}

/** Customers and the client's makers meet these in a browser, which shows neither certificate nor token. */
function isPage({ path }: Call): boolean {
  return path === '/' || /^\/(myAuthorization|portal)\b|\/oauth\/v2\/authorize$/.test(path)
}

function callOf(evidence: Evidence, entry: Entry<Exchange>): Call {
  const { pathname, searchParams } = new URL(entry.request.url)
  const path = pathname.replace(/\/{2,}/g, '/')
  return {
    id: entry.id,
    entry,
    at: entry.at,
    endpoint: entry.endpoint,
    method: entry.request.method,
    path,
    query: searchParams,
    bearer: bearerOf(entry),
    subscription: idAfter(path, 'Subscription', 'RetailCustomer', 'RetailDRPrgInfo', 'Authorization'),
    usagePoint: idAfter(path, 'UsagePoint'),
    turn: turnOf(evidence, entry),
    ...outcomeOf(entry),
  }
}

function bearerOf({ request }: Entry<Exchange>): string | undefined {
  const sent = request.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1]
  return /^Bearer +(\S+)$/i.exec(sent ?? '')?.[1]
}

function idAfter(path: string, ...resources: readonly string[]): string | undefined {
  return new RegExp(`/(?:${resources.join('|')})/([^/]+)`).exec(path)?.[1]
}
