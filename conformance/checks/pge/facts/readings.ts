import type { Evidence } from '../../../evidence.ts'
import { callsOf, type Call } from './calls.ts'
import { readFeed, wholeText, type Bill, type Block, type Feed, type Reading, type ReadingType } from './feeds.ts'
import { pacificDay } from './pacific.ts'

export const flows = { 1: 'delivered', 4: 'net', 19: 'received' } as const
export type Flow = (typeof flows)[keyof typeof flows]
export type Unit = 'Wh' | 'therms'

/** One answer's word on the readings of one meter on a day. */
export type Telling = { call: Call; meterReading: string; type: ReadingType; readings: readonly Reading[] }
/** Readings of one flow of an agreement on a Pacific day, in all the answers that told them. */
export type ToldDay = { usagePoint: string; day: string; flow: Flow; unit: Unit; tellings: Telling[] }
export type ToldBill = Bill & { call: Call; unit: Unit }

/** What the provider told of readings and bills, call by call. */
type Told = {
  feeds: readonly { call: Call; feed: Feed }[]
  days: ReadonlyMap<string, ToldDay>
  bills: readonly ToldBill[]
  kinds: ReadonlyMap<string, 'electricity' | 'gas'>
}

const lists = new WeakMap<Evidence, Told>()

/** Everything the client was told of its customers' energy. */
export function toldOf(evidence: Evidence): Told {
  const known = lists.get(evidence) ?? read(evidence)
  lists.set(evidence, known)
  return known
}

/** Endpoints that tell of readings and bills; sample data is nobody's. */
const telling = /^(usagePoint|meterReading|intervalBlock|usageSummary|readingType)\.|^batch\.(subscription|bulk)$/

function read(evidence: Evidence): Told {
  const feeds = callsOf(evidence)
    .filter(({ endpoint, heard, status }) => heard && status === 200 && telling.test(endpoint ?? ''))
    .map((call) => ({ call, feed: readFeed(wholeText(call.entry.response?.body)) }))
  const types = new Map(feeds.flatMap(({ feed }) => [...feed.types]))
  const readingTypes = new Map(feeds.flatMap(({ feed }) => [...feed.meterReadings]))
  const days = new Map<string, ToldDay>()
  for (const { call, feed } of feeds) {
    for (const block of feed.blocks) {
      const typeId = readingTypes.get(`${block.usagePoint}/${block.meterReading}`)
      const type = feed.types.get(typeId ?? '') ?? types.get(typeId ?? '')
      if (type !== undefined)
        note(days, block, { call, meterReading: block.meterReading, type, readings: block.readings })
    }
  }
  const bills = feeds.flatMap(({ call, feed }) => feed.bills.map((bill) => ({ ...bill, call, unit: unitOf(bill.uom) })))
  const kinds = new Map(feeds.flatMap(({ feed }) => feed.usagePoints.map(({ id, kind }) => [id, kind] as const)))
  return { feeds, days, bills, kinds }
}

function note(days: Map<string, ToldDay>, { usagePoint, start }: Block, telling: Telling): void {
  const day = pacificDay(start * 1000)
  const flow = flows[telling.type.flow as keyof typeof flows]
  const key = `${usagePoint} ${day} ${flow}`
  const known = days.get(key) ?? { usagePoint, day, flow, unit: unitOf(telling.type.uom), tellings: [] }
  known.tellings.push(telling)
  days.set(key, known)
}

const therms = 169

function unitOf(uom: number): Unit {
  return uom === therms ? 'therms' : 'Wh'
}
