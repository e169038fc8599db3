import { createDecipheriv } from 'node:crypto'
import { XMLParser } from 'fast-xml-parser'
import { unzipSync } from 'fflate'
import type { Entry, NoticeSent } from '../../../../src/index.ts'
import type { Evidence } from '../../../evidence.ts'
import { detailedIn, type Kind } from './reading/detailed.ts'
import { r151In, r171In, r4In, r50In } from './reading/recurrent.ts'
import { historyIn, tableIn } from './reading/tables.ts'
import { content, together, type Content, type Direction } from './reading/told.ts'
import { everyIn, listIn, textIn } from './trees.ts'
import { inTheEnd, isHome } from './view.ts'
import type { Source } from './words.ts'

/** A file that has arrived in the client's folder, as often as it did. */
export type Deposit = {
  /** Journal id of its arrival. */
  id: number
  at: string
  archive: string
  flow: string
  usagePoints: readonly string[]
  /** The order that it answers. */
  order: string | null
  scheme: string | null
  /** Which key it was sealed with; 0 is one that nobody was told, null none. */
  key: number | null
  /** `cut`: only its beginning has come. */
  state: 'whole' | 'cut'
  source: Source
  /** What it tells; nothing where it cannot be opened. */
  told: Content
  /** Whether it holds a history, and that has neither points nor values. */
  isEmptyHistory: boolean
}

type Told = {
  archive: string
  flow: string
  usagePoints: string[]
  order: string | null
  encryption: { scheme: string; key: number } | null
  bytes: string
}
type FileKey = { key: string; iv: string | null }

const lists = new WeakMap<Evidence, readonly Deposit[]>()

/** Every file that has reached the client's folder, in order. */
export function depositsOf(evidence: Evidence): readonly Deposit[] {
  const known = lists.get(evidence) ?? arrivals(evidence).map((entry) => depositOf(evidence, entry))
  lists.set(evidence, known)
  return known
}

/** Files that were made and that never came. */
export function lostOf(evidence: Evidence): Told[] {
  const lost = noticesOf(evidence).filter(({ outcome }) => outcome === 'lost')
  return lost.map(({ content: told }) => told as Told)
}

/** Notices of files, whatever became of them. */
function noticesOf({ journal }: Evidence): Entry<NoticeSent>[] {
  return journal
    .entries()
    .filter((entry): entry is Entry<NoticeSent> => entry.kind === 'notice')
    .filter(({ content: told }) => typeof told === 'object' && told !== null && 'archive' in told)
}

function arrivals(evidence: Evidence): Entry<NoticeSent>[] {
  return noticesOf(evidence).filter(({ outcome, to }) => outcome === 'delivered' && to?.startsWith('folder:'))
}

const kinds: Readonly<Record<string, Kind>> = { R63: 'COURBE', R64: 'INDEX', R65: 'ENERGIE', R66: 'PMAX' }
const sourceOf = (flow: string): Source => {
  if (flow.startsWith('R4')) return 'R4x'
  if (flow === 'HDM') return 'history'
  return flow === 'R50' || flow === 'R151' || flow === 'R171' ? flow : 'ordered'
}

function depositOf(evidence: Evidence, entry: Entry<NoticeSent>): Deposit {
  const { archive, flow, usagePoints, order, encryption, bytes } = entry.content as Told
  const state = entry.fault === 'truncated' ? 'cut' : 'whole'
  const files = state === 'whole' ? filesIn(evidence, bytes) : []
  const told = together(files.map((file) => contentOf(evidence, flow, file)))
  const hasNone =
    told.curves.every(({ points }) => points.length === 0) && told.dials.every(({ shown }) => shown.length === 0)
  return {
    ...{ id: entry.id, at: entry.at, archive, flow, usagePoints, order, state, told },
    ...{ scheme: encryption?.scheme ?? null, key: encryption?.key ?? null, source: sourceOf(flow) },
    isEmptyHistory: flow === 'HDM' && files.length > 0 && hasNone,
  }
}

type InnerFile = { name: string; text: string }

function filesIn(evidence: Evidence, bytes: string): InnerFile[] {
  const sealed = new Uint8Array(Buffer.from(bytes, 'base64'))
  const archive = isZip(sealed)
    ? sealed
    : keysOf(evidence)
        .map((key) => opened(sealed, key))
        .find(isZip)
  if (archive === undefined) return []
  return Object.entries(unzipSync(archive))
    .filter(([name]) => !/_svc\.xml$/i.test(name))
    .map(([name, inner]) => ({ name, text: new TextDecoder().decode(inner) }))
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/** The keys that the client was told. */
function keysOf({ told = {} }: Evidence): FileKey[] {
  return Object.entries(told)
    .filter(([name]) => name.startsWith('WATTPROOF_ENEDIS_FLOW_KEY'))
    .map(([name, key]) => ({ key, iv: name.endsWith('_128') ? (told['WATTPROOF_ENEDIS_FLOW_IV'] ?? null) : null }))
}

function opened(bytes: Uint8Array, { key, iv }: FileKey): Uint8Array {
  const [vector, body] = iv === null ? [bytes.subarray(0, 16), bytes.subarray(16)] : [Buffer.from(iv, 'hex'), bytes]
  const decipher = createDecipheriv(iv === null ? 'aes-256-cbc' : 'aes-128-cbc', Buffer.from(key, 'hex'), vector)
  try {
    return new Uint8Array(Buffer.concat([decipher.update(body), decipher.final()]))
  } catch {
    return new Uint8Array()
  }
}

const parser = new XMLParser({
  ...{ ignoreAttributes: false, attributeNamePrefix: '', removeNSPrefix: true },
  ...{ parseTagValue: false, parseAttributeValue: false },
})

function contentOf(evidence: Evidence, flow: string, { name, text }: InnerFile): Content {
  const isHomeOf = (usagePoint: string) => isHome(evidence, usagePoint)
  // R63A and R63B are R63 again and again.
  const kind = kinds[flow.replace(/[AB]$/, '')]
  if (/\.json$/i.test(name)) {
    const told: unknown = JSON.parse(text)
    if (kind === undefined) return content({ refused: refusedIn(told) })
    return together(listIn(told, 'mesures').map((one) => pointIn(one, kind, isHomeOf)))
  }
  if (/\.csv$/i.test(name)) {
    if (flow === 'HDM') return historyIn(text, isHomeOf)
    return kind === undefined ? content() : tableIn(text, kind, isHomeOf)
  }
  const document: unknown = parser.parse(text)
  if (flow === 'R50') return r50In(document, (order) => directionOf(evidence, order))
  if (flow === 'R151') return r151In(document)
  return flow === 'R171' ? r171In(document) : r4In(document)
}

function pointIn(told: unknown, kind: Kind, isHomeOf: (usagePoint: string) => boolean): Content {
  const usagePoint = textIn(told, 'idPrm') ?? ''
  return detailedIn(told, kind, { usagePoint, isHome: isHomeOf(usagePoint) })
}

/** Which way the energy of an order goes. */
function directionOf(evidence: Evidence, order: string | undefined): Direction {
  return inTheEnd(evidence).services.find(({ affaire }) => affaire === order)?.direction ?? 'consumption'
}

function refusedIn(told: unknown): Content['refused'] {
  return everyIn(told, 'prmRejetes').map((one) => ({
    usagePoint: textIn(one, 'idPrm') ?? '',
    code: textIn(one, 'codeRejet') ?? '',
  }))
}
