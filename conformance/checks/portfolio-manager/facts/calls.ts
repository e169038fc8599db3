import type { Entry, Exchange } from '../../../../src/index.ts'
import { turnOf, type Evidence, type Turn } from '../../../evidence.ts'
import { outcomeOf, type Outcome } from '../../../outcome.ts'

export type Kind = 'account' | 'property' | 'meter'
/** One thing that can be shared, or someone to be connected with. */
export type Item = { kind: Kind; id: string }

/** A request of the client as checks see it. */
export type Call = Outcome & {
  /** Journal id. */
  id: number
  entry: Entry<Exchange>
  endpoint: string | null
  method: string
  /** Path below the base address, without slashes at either end. */
  path: string
  query: URLSearchParams
  /** What the path is about. */
  item: Item | undefined
  turn: Turn | undefined
}

const lists = new WeakMap<Evidence, readonly Call[]>()

/** Everything the client asked the provider, in order. */
export function callsOf(evidence: Evidence): readonly Call[] {
  const known = lists.get(evidence) ?? read(evidence)
  lists.set(evidence, known)
  return known
}

/** Calls of one turn. */
export function callsIn(evidence: Evidence, turn: Turn): readonly Call[] {
  return callsOf(evidence).filter((call) => call.turn === turn)
}

function read(evidence: Evidence): Call[] {
  const { journal, provider } = evidence
  const mine = journal.calls().where((entry) => camelCased(entry.provider) === provider)
  return mine.list().map((entry) => callOf(evidence, entry))
}

function callOf(evidence: Evidence, entry: Entry<Exchange>): Call {
  const { pathname, searchParams } = new URL(entry.request.url)
  const path = pathname
    .replace(/\/{2,}/g, '/')
    .replace(/^\/(ws|wstest)\//, '')
    .replace(/^\/|\/$/g, '')
  return {
    id: entry.id,
    entry,
    endpoint: entry.endpoint,
    method: entry.request.method,
    path,
    query: searchParams,
    item: itemIn(path),
    turn: turnOf(evidence, entry),
    ...outcomeOf(entry),
  }
}

const places: readonly [RegExp, Kind][] = [
  [/^(?:account|customer|connect\/account|disconnect\/account)\/(\d+)/, 'account'],
  [/^(?:association|idHierarchy)\/property\/\d+\/meter\/(\d+)/, 'meter'],
  [/^(?:property|share\/property|unshare\/property|association\/property|idHierarchy\/property)\/(\d+)/, 'property'],
  [/^(?:meter|share\/meter|unshare\/meter)\/(\d+)/, 'meter'],
]

function itemIn(path: string): Item | undefined {
  for (const [pattern, kind] of places) {
    const [, id] = pattern.exec(path) ?? []
    if (id !== undefined) return { kind, id }
  }
  return undefined
}

/** Whether a call uses an item: reads or writes it or its data. Answers and goodbyes are about the share, not the item. */
export function uses({ endpoint }: Call): boolean {
  if (endpoint === null) return false
  const [noun = ''] = endpoint.split('.')
  return !['connection', 'propertyShare', 'meterShare', 'hierarchy', 'idHierarchy'].includes(noun)
}

/** Whether a call would change an item or its data. */
export function writes(call: Call): boolean {
  return uses(call) && call.method !== 'GET'
}

export function isAbout({ item }: Call, { kind, id }: Item): boolean {
  return item?.kind === kind && item.id === id
}

function camelCased(provider: string): string {
  return provider.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
