import type { Look, PmHouse } from '../dialect.ts'
import type { ConsumptionId, MeterId, State, WasteDataId } from '../model/index.ts'
import type { MeterData, NewConsumption, NewDelivery, NewWasteData, Seen } from '../views.ts'
import { readableMeter, writableMeter } from './access-rules.ts'
import { accountOf } from './account.ts'
import { touchedBy } from './audit.ts'
import { noteEntries } from './changes.ts'
import {
  dropEntry,
  entriesOf,
  fileEntry,
  keepEntry,
  knownEntry,
  mustBeSound,
  touches,
  type Caller,
  type Range,
} from './entries.ts'
import { kindOf, mustServe, mustTake, type DataService, type Entry } from './entry-kinds.ts'
import { pageOf } from './paging.ts'

type Entries =
  | { kind: 'consumption'; entries: readonly NewConsumption[] }
  | { kind: 'delivery'; entries: readonly NewDelivery[] }
  | { kind: 'waste'; entries: readonly NewWasteData[] }
type Replacement =
  | { kind: 'consumption'; with: NewConsumption }
  | { kind: 'delivery'; with: NewDelivery }
  | { kind: 'waste'; with: NewWasteData }

type EntryId = ConsumptionId | WasteDataId
/** Consumption data unless it says otherwise: waste has a service of its own. */
type Served = { service?: DataService }

/** How many entries one page of a meter's data holds. Source: DOC, Consumption Data. */
const entriesOnPage = 120

/** The caller adds entries to a meter, of the kind that it records. Source: DOC, Consumption Data; DOC, Waste Data. */
export function postEntries(
  state: State,
  { caller, meter: id, kind, entries }: Caller & { meter: MeterId } & Entries,
  house: PmHouse,
): EntryId[] {
  const meter = writableMeter(state, { caller, meter: id }, house)
  mustTake(meter, kind)
  mustBeSound(state, { meter, entries }, house)
  const by = accountOf(state, caller)
  noteEntries(state, id, house)
  return entries.map((entry) => fileEntry(state, { meter: id, kind, entry, by }, house) as EntryId)
}

/** Entries just written, as they stand. */
export function entriesWritten(
  state: Seen,
  { ids, service = 'consumptionData' }: Served & { ids: readonly EntryId[] },
  look: Pick<Look, 'now'>,
): MeterData {
  const written = ids.map((id) => knownEntry(state, { id, service }, look))
  return { kind: written[0]?.kind, entries: { items: written.map(({ entry }) => entry), page: 1 } } as MeterData
}

/** One page of a meter's entries, in order of time; the days, if given, must touch the entry. */
export function listEntries(
  state: Seen,
  {
    caller,
    meter: id,
    page = 1,
    service = 'consumptionData',
    ...range
  }: Caller & Served & Range & { meter: MeterId; page?: number },
  look: Look,
): MeterData {
  const { meter } = readableMeter(state, { caller, meter: id }, look)
  mustServe(meter, service)
  const within = entriesOf(state, meter, look).filter((entry) => touches(entry, range))
  return { kind: kindOf(meter), entries: pageOf(within, { page, size: entriesOnPage }) } as MeterData
}

/**
 * The caller writes an entry anew: what it leaves out, such as `demandTracking`, is gone. Source: DOC, Consumption Data.
 */
export function replaceEntry(
  state: State,
  { caller, entry: id, kind, with: written }: Caller & { entry: EntryId } & Replacement,
  house: PmHouse,
): void {
  const service = kind === 'waste' ? 'wasteData' : 'consumptionData'
  const { entry } = knownEntry(state, { id, service }, house)
  const meter = writableMeter(state, { caller, meter: entry.meter }, house)
  mustTake(meter, kind)
  mustBeSound(state, { meter, entries: [written], instead: id }, house)
  const anew = { ...written, id, meter: meter.id, audit: { ...entry.audit } } as Entry
  touchedBy(anew, accountOf(state, caller), house)
  keepEntry(state, kind, anew)
  noteEntries(state, meter.id, house)
}

/**
 * The caller takes out the entries of some days: all of them where no day is named. A misspelt parameter names none,
 * so everything goes: the provider warns of it, and we copy it with a finding. Source: DOC, Consumption Data.
 */
export function deleteEntries(
  state: State,
  {
    caller,
    meter: id,
    service = 'consumptionData',
    startDate,
    endDate,
    said = [],
  }: Caller & Served & Range & { meter: MeterId; said?: readonly string[] },
  house: PmHouse,
): void {
  const meter = writableMeter(state, { caller, meter: id }, house)
  mustServe(meter, service)
  const range = { ...(startDate && { startDate }), ...(endDate && { endDate }) }
  const within = entriesOf(state, meter, house).filter((entry) => touches(entry, range))
  for (const entry of within) dropEntry(state, kindOf(meter), entry)
  if (within.length > 0) noteEntries(state, id, house)
  if (startDate && endDate) return
  const open = [...(startDate ? [] : ['startDate']), ...(endDate ? [] : ['endDate'])]
  const misspelt = said.filter((name) => name !== 'startDate' && name !== 'endDate')
  house.note({
    finding: open.length === 2 ? 'all-entries-deleted' : 'open-range-deleted',
    level: 'warning',
    says:
      `${open.length === 2 ? 'All ' : ''}${within.length} entries of meter ${id} were deleted: ` +
      `the request does not say ${open.join(' and ')}` +
      (misspelt.length > 0 ? `, but ${misspelt.map((name) => `"${name}"`).join(', ')}.` : '.') +
      ' Name both days, and check how they are spelt.',
    source: 'DOC, Consumption Data: without dates, or with misspelt ones, everything is deleted',
  })
}

/** The caller takes one entry out. */
export function deleteEntry(
  state: State,
  { caller, entry: id, service = 'consumptionData' }: Caller & Served & { entry: EntryId },
  look: Look,
): void {
  const { kind, entry } = knownEntry(state, { id, service }, look)
  writableMeter(state, { caller, meter: entry.meter }, look)
  dropEntry(state, kind, entry)
  noteEntries(state, entry.meter, look)
}
