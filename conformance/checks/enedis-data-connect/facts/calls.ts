import type { Entry, Exchange } from '../../../../src/index.ts'
import { turnOf, type Evidence, type Turn } from '../../../evidence.ts'
import { outcomeOf, type Outcome } from '../../../outcome.ts'
import { bodyOf } from './bodies.ts'
import { resourceAt, type Direction, type Generation, type Kind } from './resources.ts'

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
  /** What it asks for; undefined at an address where there is nothing. */
  kind: Kind | undefined
  generation: Generation | undefined
  direction: Direction | undefined
  /** As the client spelled it. */
  usagePoint: string | undefined
  /** The first day, and the first that is not asked for, as the client spelled them. */
  from: string | undefined
  until: string | undefined
  /** Fingerprint of the bearer token it carried. */
  bearer: string | undefined
  turn: Turn | undefined
}

type Calls = { byClient: readonly Call[]; byBrowser: readonly Call[] }
const lists = new WeakMap<Evidence, Calls>()

/** Everything the client itself asked Enedis, in order. */
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

const measures: readonly (Kind | undefined)[] = ['curve', 'daily', 'maxPower', 'index']

export function isForMeasures({ kind }: Call): boolean {
  return measures.includes(kind)
}

/** Requests for what a customer's consent opens. */
export function isForData(call: Call): boolean {
  return isForMeasures(call) || call.kind === 'contract' || call.kind === 'customer'
}

/** A request in words: its method, its path, and what was asked of it. */
export function spelled({ method, path, query }: Call): string {
  const secret = /^(client_secret|code|token|refresh_token)$/
  const asked = [...query].filter(([name]) => !secret.test(name)).map((pair) => pair.join('='))
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

function isPage({ path }: Call): boolean {
  return path === '/' || /^\/(dataconnect|group)\//.test(path)
}

function callOf(evidence: Evidence, entry: Entry<Exchange>): Call {
  const { pathname, searchParams } = new URL(entry.request.url)
  const path = pathname.replace(/\/{2,}/g, '/')
  const resource = resourceAt(path)
  return {
    id: entry.id,
    entry,
    at: entry.at,
    endpoint: entry.endpoint,
    method: entry.request.method,
    path,
    query: searchParams,
    kind: resource?.kind,
    generation: resource?.generation,
    direction: resource?.direction,
    usagePoint: resource?.usagePoint ?? searchParams.get('pointId') ?? searchParams.get('usage_point_id') ?? undefined,
    from: searchParams.get('dateDebut') ?? searchParams.get('start') ?? undefined,
    until: searchParams.get('dateFin') ?? searchParams.get('end') ?? undefined,
    bearer: bearerOf(entry),
    turn: turnOf(evidence, entry),
    ...outcomeOf(entry),
  }
}

/** The body that the client sent, where it is JSON. */
export function sentIn({ entry: { request } }: Call): Record<string, unknown> {
  const told = request.decoded ?? bodyOf(request.body)
  return typeof told === 'object' && told !== null && !Array.isArray(told) ? (told as Record<string, unknown>) : {}
}

function bearerOf({ request }: Entry<Exchange>): string | undefined {
  const sent = request.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1]
  return /^Bearer +(\S+)$/i.exec(sent ?? '')?.[1]
}
