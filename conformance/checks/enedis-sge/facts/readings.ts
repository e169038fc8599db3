import { XMLParser } from 'fast-xml-parser'
import type { Entry, Exchange } from '../../../../src/index.ts'
import type { Evidence, Turn } from '../../../evidence.ts'
import { EvidenceLost } from '../../../verdict.ts'
import { callsOf, wordOf, type Call } from './calls.ts'
import { depositsOf, type Deposit } from './deposits.ts'
import { detailedIn, type Kind } from './reading/detailed.ts'
import type { Content } from './reading/told.ts'
import { syncs } from './turns.ts'
import { textIn, treeOf } from './trees.ts'
import { isHome } from './view.ts'
import { everSaid, saidIn, type Source } from './words.ts'

export type { Content, Curve, CurvePoint, Direction } from './reading/told.ts'

/** One answer's word, or one file's, on what was measured. */
export type Telling = {
  id: number
  source: Source
  told: Content
  call: Call | undefined
  deposit: Deposit | undefined
}

const lists = new WeakMap<Evidence, readonly Telling[]>()

/** Everything the client was told of its customers' measures, in order. */
export function tellingsOf(evidence: Evidence): readonly Telling[] {
  const known = lists.get(evidence) ?? read(evidence)
  lists.set(evidence, known)
  return known
}

/** What a client may know by the end of a turn: answers it has had, and files that lay there when it last looked. */
export function toldBy(evidence: Evidence, turn: Turn): Telling[] {
  const looked = syncs(evidence).findLast(({ id }) => id <= turn.id)?.id ?? 0
  const said = saidIn(evidence, turn, 'files')
  const files = new Map(said?.map(({ name, state }) => [name, state]))
  const readFrom = new Set(everSaid(evidence, 'days').flatMap(({ what }) => what.map(({ from }) => from)))
  // What is in a file that the client says it has not read is a question of its own; who says nothing of files may not
  // read those of a flow at all.
  const isRead = ({ archive, source }: Deposit) =>
    said === undefined ? readFrom.has(source) : ['read', 'empty'].includes(files.get(archive) ?? '')
  return tellingsOf(evidence).filter(({ id, deposit }) =>
    deposit === undefined ? id <= turn.until : id <= looked && isRead(deposit),
  )
}

/** Files that lay in the folder when the client last looked, by the end of a turn. */
export function filesBy(evidence: Evidence, turn: Turn): Deposit[] {
  const looked = syncs(evidence).findLast(({ id }) => id <= turn.id)?.id ?? 0
  return depositsOf(evidence).filter(({ id }) => id <= looked)
}

function read(evidence: Evidence): Telling[] {
  const answers = callsOf(evidence)
    .filter(({ heard, endpoint }) => heard && (endpoint === 'measuresV3.read' || endpoint === 'measuresV2.read'))
    .flatMap((call) => answerIn(evidence, call))
  const files = depositsOf(evidence).map((deposit) => {
    const { id, source, told } = deposit
    return { id, source, told, call: undefined, deposit }
  })
  return [...answers, ...files].sort((one, other) => one.id - other.id)
}

const kinds: readonly string[] = ['COURBE', 'ENERGIE', 'PMAX', 'INDEX'] satisfies Kind[]

function answerIn(evidence: Evidence, call: Call): Telling[] {
  const kind = wordOf(call, 'mesuresTypeCode') ?? ''
  // Highest powers of months are of no day.
  if (!kinds.includes(kind) || (kind === 'PMAX' && wordOf(call, 'mesuresPas') === 'P1M')) return []
  const [usagePoint = ''] = call.usagePoints
  const told = detailedIn(documentOf(call), kind as Kind, { usagePoint, isHome: isHome(evidence, usagePoint) })
  return [{ id: call.id, source: kind === 'COURBE' ? 'curve' : 'daily', told, call, deposit: undefined }]
}

const parser = new XMLParser({
  ...{ ignoreAttributes: false, attributeNamePrefix: '', removeNSPrefix: true },
  ...{ parseTagValue: false, parseAttributeValue: false },
})

/** The body of an answer as a tree. */
export function documentOf({ entry }: Pick<Call, 'entry'>): unknown {
  const text = wholeText(entry.response)
  const envelope = treeOf(treeOf(parser.parse(text) as unknown)['Envelope'])
  return envelope['Body']
}

/** The number of an order, or of a service, in the answer to it. */
export function numberIn(call: Call, name: 'affaireId' | 'serviceSouscritId' | 'demandeId'): string | undefined {
  return call.heard ? textIn(documentOf(call), name) : undefined
}

function wholeText(response: Entry<Exchange>['response']): string {
  const body = response?.body
  if (body?.sha256 !== undefined)
    throw new EvidenceLost(`The journal kept only the beginning of a body of ${body.length} bytes.`)
  return body?.text ?? ''
}
