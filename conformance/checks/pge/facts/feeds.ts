import { XMLParser } from 'fast-xml-parser'
import type { Body } from '../../../../src/index.ts'
import { EvidenceLost } from '../../../verdict.ts'

/** How readings, or a bill's total, are to be read. */
export type ReadingType = { flow: number; seconds: number | undefined; multiplier: number; uom: number }
export type Reading = { startsAt: number; value: number; quality: number | undefined }
/** The readings of one day and one meter; `start` and `startsAt` in seconds since 1970. */
export type Block = { usagePoint: string; meterReading: string; start: number; duration: number; readings: Reading[] }
export type LineItem = { note: string; amount: number; measured?: { quantity: number; uom: number } }
/** A bill as the provider told it; money in hundred-thousandths of a dollar, quantities by their own multiplier. */
export type Bill = {
  usagePoint: string
  start: number
  duration: number
  quantity: number
  uom: number
  amount: number | undefined
  lines: LineItem[]
}

/** What a usage feed told, by the ids in its links. */
export type Feed = {
  types: Map<string, ReadingType>
  usagePoints: { id: string; kind: 'electricity' | 'gas' }[]
  /** The reading type of each MeterReading. */
  meterReadings: Map<string, string>
  blocks: Block[]
  bills: Bill[]
}

type Tree = { [name: string]: unknown }

const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, isArray: () => true })

/** The text of a body that the journal kept. One that was cut proves nothing. */
export function wholeText(body: Body | null | undefined): string {
  if (body?.sha256 !== undefined)
    throw new EvidenceLost(`The journal kept only the beginning of a body of ${body.length} bytes.`)
  return body?.text ?? ''
}

/** Reads a body; every element is a list. */
export function treeOf(text: string): Tree {
  try {
    return parser.parse(text) as Tree
  } catch {
    return {}
  }
}

/** Reads a usage feed, entry by entry: half of a story's bodies are readings, which a pattern finds a lot faster. */
export function readFeed(text: string): Feed {
  const feed: Feed = { types: new Map(), usagePoints: [], meterReadings: new Map(), blocks: [], bills: [] }
  for (const [entry] of text.matchAll(/<(?:\w+:)?entry\b.*?<\/(?:\w+:)?entry>/gs)) readEntry(entry, feed)
  return feed
}

function readEntry(entry: string, feed: Feed): void {
  const self = selfOf(entry)
  const [, usagePoint = '', rest = ''] = /\/UsagePoint\/([^/]+)(.*)$/.exec(self) ?? []
  const [, meterReading] = /^\/MeterReading\/([^/]+)/.exec(rest) ?? []
  if (meterReading !== undefined && /<(?:\w+:)?IntervalBlock\b/.test(entry))
    feed.blocks.push(blockOf(entry, { usagePoint, meterReading }))
  else if (meterReading !== undefined)
    feed.meterReadings.set(`${usagePoint}/${meterReading}`, /\/ReadingType\/([^/"]+)"/.exec(entry)?.[1] ?? '')
  else if (rest.startsWith('/UsageSummary')) feed.bills.push(...billsIn(contentOf(entry), usagePoint))
  else if (usagePoint !== '') feed.usagePoints.push({ id: usagePoint, kind: kindIn(contentOf(entry)) })
  else readType(/\/ReadingType\/([^/]+)$/.exec(self)?.[1], contentOf(entry), feed)
}

/** Attributes come in any order. */
function selfOf(entry: string): string {
  const links = entry.match(/<(?:\w+:)?link\b[^>]*>/g) ?? []
  const self = links.find((link) => link.includes('rel="self"')) ?? ''
  return /href="([^"]*)"/.exec(self)?.[1] ?? ''
}

const readings =
  /(?:quality>(\d+)<\/[\w:]*quality><\/[\w:]*ReadingQuality>)?<[\w:]*timePeriod><[\w:]*duration>\d+<\/[\w:]*duration><[\w:]*start>(\d+)<\/[\w:]*start><\/[\w:]*timePeriod><[\w:]*value>(-?\d+)</g

function blockOf(entry: string, about: Pick<Block, 'usagePoint' | 'meterReading'>): Block {
  const [, duration = 0, start = 0] =
    /interval><[\w:]*duration>(\d+)<\/[\w:]*duration><[\w:]*start>(\d+)</.exec(entry) ?? []
  const found = [...entry.matchAll(readings)].map(([, quality, startsAt, value]) => ({
    startsAt: Number(startsAt),
    value: Number(value),
    quality: quality === undefined ? undefined : Number(quality),
  }))
  return { ...about, start: Number(start), duration: Number(duration), readings: found }
}

function contentOf(entry: string): Tree {
  return all(treeOf(entry), 'entry', 'content')[0] ?? {}
}

function kindIn(content: Tree): 'electricity' | 'gas' {
  return numberAt(content, 'UsagePoint', 'ServiceCategory', 'kind') === 1 ? 'gas' : 'electricity'
}

function readType(id: string | undefined, content: Tree, { types }: Feed): void {
  const [type] = all(content, 'ReadingType')
  if (id === undefined || type === undefined) return
  types.set(id, {
    flow: numberAt(type, 'flowDirection') ?? 0,
    seconds: numberAt(type, 'intervalLength'),
    multiplier: numberAt(type, 'powerOfTenMultiplier') ?? 0,
    uom: numberAt(type, 'uom') ?? 0,
  })
}

function billsIn(content: Tree, usagePoint: string): Bill[] {
  return all(content, 'UsageSummary').map((bill) => ({
    usagePoint,
    start: numberAt(bill, 'billingPeriod', 'start') ?? 0,
    duration: numberAt(bill, 'billingPeriod', 'duration') ?? 0,
    ...quantityOf(all(bill, 'overallConsumptionLastPeriod')[0] ?? {}),
    amount: numberAt(bill, 'billLastPeriod'),
    lines: all(bill, 'costAdditionalDetailLastPeriod').map((line) => {
      const [measured] = all(line, 'measurement')
      const about = { note: textAt(line, 'note') ?? '', amount: numberAt(line, 'amount') ?? 0 }
      return measured === undefined ? about : { ...about, measured: quantityOf(measured) }
    }),
  }))
}

function quantityOf(told: Tree): { quantity: number; uom: number } {
  const quantity = (numberAt(told, 'value') ?? 0) * 10 ** (numberAt(told, 'powerOfTenMultiplier') ?? 0)
  return { quantity, uom: numberAt(told, 'uom') ?? 0 }
}

/** The elements at a path of names, from every branch. */
export function all(tree: Tree, ...[name, ...rest]: readonly string[]): Tree[] {
  const found = name === undefined ? undefined : tree[name]
  const trees = (Array.isArray(found) ? found : []).map((one) => (isTree(one) ? one : { '#text': one }))
  return rest.length === 0 ? trees : trees.flatMap((one) => all(one, ...rest))
}

/** The text of the first element at a path of names. */
export function textAt(tree: Tree, ...path: readonly string[]): string | undefined {
  const text = all(tree, ...path)[0]?.['#text']
  return text === undefined ? undefined : String(Array.isArray(text) ? text[0] : text)
}

function numberAt(tree: Tree, ...path: readonly string[]): number | undefined {
  const text = textAt(tree, ...path)
  return text === undefined ? undefined : Number(text)
}

function isTree(one: unknown): one is Tree {
  return typeof one === 'object' && one !== null && !Array.isArray(one)
}
