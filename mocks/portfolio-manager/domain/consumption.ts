import { refuse } from '../errors/index.ts'
import type { Look, PmHouse } from '../dialect.ts'
import type { AccountId, Consumption, ConsumptionId, Delivery, MeterId, State } from '../model/index.ts'
import type { MeterData, NewConsumption, NewDelivery, Seen, SeenMeter } from '../views.ts'
import { readableMeter, writableMeter } from './access-rules.ts'
import { accountOf } from './account.ts'
import { signedBy, touchedBy } from './audit.ts'
import { addMember, dropMember, idsIn } from './members.ts'
import { pageOf } from './paging.ts'

type Caller = { caller: AccountId }
type Entries =
  { kind: 'consumption'; entries: readonly NewConsumption[] } | { kind: 'delivery'; entries: readonly NewDelivery[] }

/** How many entries one page of a meter's data holds. Source: DOC, Consumption Data. */
const entriesOnPage = 120

/** The caller adds bills to a meter, or deliveries where the meter records those. Source: DOC, Consumption Data. */
export function postEntries(
  state: State,
  { caller, meter: id, ...posted }: Caller & { meter: MeterId } & Entries,
  house: PmHouse,
): ConsumptionId[] {
  const meter = writableMeter(state, { caller, meter: id }, house)
  mustTake(meter, posted.kind)
  const audit = signedBy(accountOf(state, caller), house)
  const file = () => {
    const entry = String(house.ids.next('consumption', 60100001)) as ConsumptionId
    addMember(state.index.consumptionOf, id, entry)
    return { id: entry, meter: id, audit: { ...audit } }
  }
  if (posted.kind === 'delivery') return posted.entries.map((entry) => write(state.deliveries, { ...entry, ...file() }))
  return posted.entries.map((entry) => {
    mustBeSound(state, { meter: id, entry }, house)
    return write(state.consumption, { ...entry, ...file() })
  })
}

/** Entries just written, as they stand. */
export function entriesWritten(state: Seen, ids: readonly ConsumptionId[]): MeterData {
  const deliveries = ids.flatMap((id) => state.deliveries[id] ?? [])
  if (deliveries.length > 0) return { kind: 'delivery', entries: { items: deliveries, page: 1 } }
  return { kind: 'consumption', entries: { items: ids.flatMap((id) => state.consumption[id] ?? []), page: 1 } }
}

/** One page of a meter's entries, in order of time; the days, if given, must touch the entry. */
export function listEntries(
  state: Seen,
  {
    caller,
    meter: id,
    page = 1,
    startDate = '',
    endDate = '9999',
  }: Caller & { meter: MeterId; page?: number; startDate?: string; endDate?: string },
  look: Look,
): MeterData {
  const { meter } = readableMeter(state, { caller, meter: id }, look)
  const ids = idsIn(state.index.consumptionOf[id])
  if (kindOf(meter) === 'delivery') {
    const deliveries = ids.map((entry) => state.deliveries[entry] as Delivery)
    const within = deliveries.filter(({ deliveryDate }) => deliveryDate >= startDate && deliveryDate <= endDate)
    const sorted = within.sort((a, b) => inOrder(a.deliveryDate, b.deliveryDate))
    return { kind: 'delivery', entries: pageOf(sorted, { page, size: entriesOnPage }) }
  }
  const all = ids.map((entry) => state.consumption[entry] as Consumption)
  const within = all.filter((entry) => entry.endDate >= startDate && entry.startDate <= endDate)
  const sorted = within.sort((a, b) => inOrder(a.startDate, b.startDate))
  return { kind: 'consumption', entries: pageOf(sorted, { page, size: entriesOnPage }) }
}

/**
 * The caller writes an entry anew: what it leaves out, such as `demandTracking`, is gone. Source: DOC, Consumption Data.
 */
export function replaceEntry(
  state: State,
  { caller, entry: id, ...posted }: Caller & { entry: ConsumptionId } & Replacement,
  house: PmHouse,
): void {
  const before = knownEntry(state, id)
  const meter = writableMeter(state, { caller, meter: before.meter }, house)
  mustTake(meter, posted.kind)
  const kept = { id, meter: before.meter, audit: { ...before.audit } }
  if (posted.kind === 'delivery') state.deliveries[id] = { ...posted.with, ...kept }
  else {
    if (posted.with.endDate < posted.with.startDate) throw refuse.endBeforeStart(posted.with)
    state.consumption[id] = { ...posted.with, ...kept }
  }
  touchedBy(knownEntry(state, id), accountOf(state, caller), house)
}
type Replacement = { kind: 'consumption'; with: NewConsumption } | { kind: 'delivery'; with: NewDelivery }

/**
 * The caller takes out the entries of some days: all of them where no day is named. A misspelt parameter names none,
 * so everything goes: the provider warns of it, and we copy it with a finding. Source: DOC, Consumption Data.
 */
export function deleteEntries(
  state: State,
  { caller, meter: id, ...days }: Caller & { meter: MeterId; startDate?: string; endDate?: string },
  house: PmHouse,
): void {
  writableMeter(state, { caller, meter: id }, house)
  const { startDate = '', endDate = '9999' } = days
  const all = idsIn(state.index.consumptionOf[id])
  const within = all.filter((entry) => {
    const [first, last] = daysOf(knownEntry(state, entry))
    return last >= startDate && first <= endDate
  })
  for (const entry of within) dropEntry(state, knownEntry(state, entry))
  if (days.startDate !== undefined || days.endDate !== undefined) return
  house.note({
    finding: 'all-entries-deleted',
    level: 'warning',
    says: `All ${within.length} entries of meter ${id} were deleted: the request named neither startDate nor endDate.`,
    source: 'DOC, Consumption Data',
  })
}

/** The caller takes one entry out. */
export function deleteEntry(state: State, { caller, entry: id }: Caller & { entry: ConsumptionId }, look: Look): void {
  const entry = knownEntry(state, id)
  writableMeter(state, { caller, meter: entry.meter }, look)
  dropEntry(state, entry)
}

function knownEntry(state: State, id: ConsumptionId): Consumption | Delivery {
  const entry = state.consumption[id] ?? state.deliveries[id]
  if (!entry) throw refuse.notFound({ noun: 'consumption entry', id })
  return entry
}

function dropEntry(state: State, { id, meter }: Consumption | Delivery): void {
  dropMember(state.index.consumptionOf, meter, id)
  delete state.consumption[id]
  delete state.deliveries[id]
}

function daysOf(entry: Consumption | Delivery): [string, string] {
  if ('deliveryDate' in entry) return [entry.deliveryDate, entry.deliveryDate]
  return [entry.startDate, entry.endDate]
}

function write<Entry extends { id: ConsumptionId }>(
  entries: Record<ConsumptionId, Entry>,
  entry: Entry,
): ConsumptionId {
  entries[entry.id] = entry
  return entry.id
}

function kindOf({ details }: SeenMeter): 'consumption' | 'delivery' {
  return details.kind === 'meter' && !details.metered ? 'delivery' : 'consumption'
}

function mustTake(meter: SeenMeter, kind: Entries['kind']): void {
  const wanted = kindOf(meter)
  if (kind !== wanted)
    throw refuse.wrongKindOfEntry({ wanted: wanted === 'delivery' ? 'meterDelivery' : 'meterConsumption' })
}

/** Overlaps, gaps and long entries are taken as they come: they show in metrics, not in the upload. Source: DOC. */
function mustBeSound(
  state: Seen,
  { meter, entry }: { meter: MeterId; entry: NewConsumption },
  { dialect }: Look,
): void {
  const { startDate, endDate } = entry
  if (endDate < startDate) throw refuse.endBeforeStart(entry)
  if (dialect.rejectDuplicateEntries === 'off') return
  const isThere = idsIn(state.index.consumptionOf[meter]).some((id) => {
    const other = state.consumption[id]
    return other?.startDate === startDate && other.endDate === endDate
  })
  if (isThere) throw refuse.duplicateEntry(entry)
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
