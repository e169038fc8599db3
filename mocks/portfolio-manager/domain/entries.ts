import { refuse } from '../errors/index.ts'
import type { Look, PmHouse } from '../dialect.ts'
import type { AccountId, Day, Members, MeterId, State } from '../model/index.ts'
import type { Seen, SeenAccount, SeenEntry, SeenMeter } from '../views.ts'
import { signedBy } from './audit.ts'
import { daysOf, kindOf, serviceOf, type Entry, type EntryKind, type DataService } from './entry-kinds.ts'
import { historyEntry, historyOf, overlay } from './history.ts'
import { addMember, dropMember, idsIn } from './members.ts'

/** Everything a meter has recorded, stored or computed, in order of time. */
export function entriesOf(state: Seen, meter: SeenMeter, look: Pick<Look, 'now'>): SeenEntry[] {
  const kind = kindOf(meter)
  const shelf = shelfOf(state, kind)
  const stored = idsIn<string>(indexOf(state, kind)[meter.id]).flatMap((id) => shelf[id] ?? [])
  return [...historyOf(meter, look), ...stored].sort((a, b) => inOrder(placeOf(a), placeOf(b)))
}

/** An entry by its id, in one of the two services. */
export function knownEntry(
  state: Seen,
  { id, service }: { id: string; service: DataService },
  look: Pick<Look, 'now'>,
): { kind: EntryKind; entry: SeenEntry } {
  for (const kind of ['consumption', 'delivery', 'waste'] as const) {
    const entry = serviceOf(kind) === service ? shelfOf(state, kind)[id] : undefined
    if (entry) return { kind, entry }
  }
  const computed = historyEntry(state, id, look)
  const meter = computed && state.meters[computed.meter]
  if (meter && serviceOf(kindOf(meter)) === service) return { kind: kindOf(meter), entry: computed }
  throw refuse.notFound({ noun: service === 'wasteData' ? 'waste entry' : 'consumption entry', id })
}

/** An entry as someone writes it. */
export type NewEntry = Omit<Entry, 'id' | 'meter' | 'audit'>

/** A new entry comes to be. */
export function fileEntry(
  state: State,
  { meter, kind, entry, by }: { meter: MeterId; kind: EntryKind; entry: NewEntry; by: SeenAccount },
  house: PmHouse,
): string {
  const [counter, first] = kind === 'waste' ? ['wasteData', 70100001] : ['consumption', 60100001]
  const id = String(house.ids.next(String(counter), Number(first)))
  keepEntry(state, kind, { ...entry, id, meter, audit: signedBy(by, house) } as Entry)
  return id
}

/** An entry stands as it is written here, whether it was stored or computed before. */
export function keepEntry(state: State, kind: EntryKind, entry: Entry): void {
  overlay(state, entry)
  addMember(indexOf(state, kind) as Record<MeterId, Members<string>>, entry.meter, entry.id)
  shelfOf(state, kind)[entry.id] = entry
}

/** An entry goes, whether it was stored or computed. */
export function dropEntry(state: State, kind: EntryKind, entry: SeenEntry): void {
  overlay(state, entry)
  dropMember(indexOf(state, kind) as Record<MeterId, Members<string>>, entry.meter, entry.id)
  delete shelfOf(state, kind)[entry.id]
}

/** What is wrong with new entries before any is written. Source: DOC, Consumption Data. */
export function mustBeSound(
  state: Seen,
  { meter, entries, instead }: { meter: SeenMeter; entries: readonly NewEntry[]; instead?: string },
  look: Look,
): void {
  const days = entries.map((entry) => daysOf(entry as SeenEntry))
  for (const [startDate, endDate] of days) if (endDate < startDate) throw refuse.endBeforeStart({ startDate, endDate })
  if (look.dialect.rejectDuplicateEntries === 'off') return
  const others = entriesOf(state, meter, look).filter(({ id }) => id !== instead)
  const taken = new Set(others.map((entry) => daysOf(entry).join('/')))
  for (const [startDate, endDate] of days) {
    const span = `${startDate}/${endDate}`
    if (taken.has(span)) throw refuse.duplicateEntry({ startDate, endDate })
    taken.add(span)
  }
}

/** Whether an entry touches a range of days, either end of which may be open. */
export function touches(entry: SeenEntry, { startDate = '', endDate = '9999' }: Range): boolean {
  const [first, last] = daysOf(entry)
  return last >= startDate && first <= endDate
}
export type Range = { startDate?: Day; endDate?: Day }

export type Caller = { caller: AccountId }

function shelfOf<S extends Seen>(state: S, kind: EntryKind): Record<string, S extends State ? Entry : SeenEntry> {
  const { consumption, deliveries, wasteData } = state
  return { consumption, delivery: deliveries, waste: wasteData }[kind]
}

function indexOf(state: Seen, kind: EntryKind): Seen['index']['consumptionOf'] | Seen['index']['wasteDataOf'] {
  return kind === 'waste' ? state.index.wasteDataOf : state.index.consumptionOf
}

/** By first day, then by last, then as they came. */
function placeOf(entry: SeenEntry): string {
  return [...daysOf(entry), entry.id.padStart(18, '0')].join(' ')
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
