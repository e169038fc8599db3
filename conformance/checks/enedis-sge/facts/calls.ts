import type { Entry, Exchange } from '../../../../src/index.ts'
import { turnOf, type Evidence, type Turn } from '../../../evidence.ts'
import { listOf } from '../../../homologation/enedis-sge/asked.ts'
import { outcomeOf, type Outcome } from '../../../outcome.ts'
import { everyIn, textIn, textOf } from './trees.ts'

/** A request of the client to a service of SGE, as checks see it. */
export type Call = Outcome & {
  /** Journal id. */
  id: number
  entry: Entry<Exchange>
  /** The world's time. */
  at: string
  /** `collection.order`, or null at an address where there is nothing. */
  endpoint: string | null
  /** The request as it was understood, by the names of its fields. */
  words: unknown
  /** The points it names, as the client spelled them. */
  usagePoints: readonly string[]
  /** The return code of a refusal. */
  code: string | undefined
  turn: Turn | undefined
}

const lists = new WeakMap<Evidence, readonly Call[]>()

/** Everything the client asked of SGE, in order; descriptions of services are no calls of them. */
export function callsOf(evidence: Evidence): readonly Call[] {
  const known = lists.get(evidence) ?? read(evidence)
  lists.set(evidence, known)
  return known
}

export function callsIn(evidence: Evidence, turn: Turn): readonly Call[] {
  return callsOf(evidence).filter((call) => call.turn === turn)
}

/** Calls that the client made of itself: those of the catalogue are made as it prints them, asked for or not. */
export function ownCalls(evidence: Evidence): readonly Call[] {
  if (listOf(evidence.scenario.id) !== undefined) return []
  return callsOf(evidence).filter(({ turn }) => turn?.ask !== 'case' && turn?.ask !== 'find')
}

/** Calls that ask Enedis to do something, rather than to tell. */
export function isOrder({ endpoint }: Call): boolean {
  return endpoint !== null && /\.(order|stop|change)$/.test(endpoint)
}

/** Orders of the past as files. */
export function isFileOrder({ endpoint }: Call): boolean {
  return ['history.order', 'fineMeasures.order', 'billedMeasures.order', 'technicalFiles.order'].includes(
    endpoint ?? '',
  )
}

/** Orders by which something is collected or sent again and again. */
export function isSubscription({ endpoint }: Call): boolean {
  return ['collection.order', 'access.order', 'accessServices.order', 'withinTheDay.order'].includes(endpoint ?? '')
}

/** Orders that end services. */
export function isStop({ endpoint }: Call): boolean {
  return ['service.stop', 'serviceByOtherName.stop', 'accessEnd.order'].includes(endpoint ?? '')
}

/** Requests for measures, which a customer must have agreed to. */
export function isForMeasures({ endpoint }: Call): boolean {
  return ['readings.read', 'measuresV2.read', 'measuresV3.read'].includes(endpoint ?? '')
}

/** Whether a call declares that its customer has agreed, in whichever words its service has for that. */
export function declaresAgreement({ words }: Call): boolean {
  const declared = ['accord', 'accordClient', 'autorisationClient'].flatMap((name) => everyIn(words, name).map(textOf))
  const cadre = everyIn(words, 'cadreAcces').map(textOf)
  return declared.includes('true') || cadre.includes('ACCORD_CLIENT')
}

/** The text of a field of a request. */
export function wordOf({ words }: Call, name: string): string | undefined {
  return textIn(words, name)
}

/** A request in words: its service, and what was asked of it. */
export function spelled({ entry, endpoint, usagePoints }: Call): string {
  const path = new URL(entry.request.url).pathname
  return `${endpoint ?? path}${usagePoints.length > 0 ? ` of ${usagePoints.slice(0, 3).join(', ')}` : ''}`
}

/** Every time the client came to a door of SGE in a turn, for a description too. */
export function knocksIn(evidence: Evidence, turn: Turn): Pick<Call, 'id' | 'entry'>[] {
  const all = evidence.journal.calls().where(({ provider, request, id }) => {
    return provider === evidence.provider && /^\/\w+\/v\d/.test(pathOf(request.url)) && id > turn.id && id <= turn.until
  })
  return all.list().map((entry) => ({ id: entry.id, entry }))
}

/** When a call arrived, in the machine's milliseconds. */
export function beganAt({ entry: { real } }: Pick<Call, 'entry'>): number {
  return Date.parse(real.at) - (real.ms ?? 0)
}

function read(evidence: Evidence): Call[] {
  const mine = evidence.journal.calls().where(({ provider, request }) => {
    return provider === evidence.provider && request.method === 'POST' && /^\/\w+\/v\d/.test(pathOf(request.url))
  })
  return mine.list().map((entry) => callOf(evidence, entry))
}

const pathOf = (url: string) => new URL(url).pathname

/** A request that could not be understood is there as it came only. */
function pointsIn({ request: { decoded, body } }: Entry<Exchange>): string[] {
  if (decoded !== undefined) return everyIn(decoded, 'pointId').flatMap((one) => textOf(one) ?? [])
  return [...(body?.text ?? '').matchAll(/<(?:\w+:)?pointId>([^<]*)</g)].flatMap(([, one]) => one ?? [])
}

function callOf(evidence: Evidence, entry: Entry<Exchange>): Call {
  const words = entry.request.decoded
  return {
    id: entry.id,
    entry,
    at: entry.at,
    endpoint: entry.endpoint,
    words,
    usagePoints: pointsIn(entry),
    code: entry.refusal?.code,
    turn: turnOf(evidence, entry),
    ...outcomeOf(entry),
  }
}
