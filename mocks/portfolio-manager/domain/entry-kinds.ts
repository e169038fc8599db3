import { refuse } from '../errors/index.ts'
import type { Consumption, Day, Delivery, WasteData } from '../model/index.ts'
import type { SeenEntry, SeenMeter } from '../views.ts'

/** What a meter's entries are: bills where it is metered, deliveries where it is not, and what waste meters record. */
export type EntryKinds = { consumption: Consumption; delivery: Delivery; waste: WasteData }
export type EntryKind = keyof EntryKinds
export type Entry = EntryKinds[EntryKind]

/** The two services that entries are written by: each knows only its own. */
export type DataService = 'consumptionData' | 'wasteData'

export function kindOf({ details }: SeenMeter): EntryKind {
  if (details.kind === 'wasteMeter') return 'waste'
  return details.metered ? 'consumption' : 'delivery'
}

export function serviceOf(kind: EntryKind): DataService {
  return kind === 'waste' ? 'wasteData' : 'consumptionData'
}

/** The first and the last day an entry is about. */
export function daysOf(entry: SeenEntry): [Day, Day] {
  if ('deliveryDate' in entry) return [entry.deliveryDate, entry.deliveryDate]
  return [entry.startDate, entry.endDate ?? entry.startDate]
}

/** Refuses entries of a kind that the meter does not record. */
export function mustTake(meter: SeenMeter, kind: EntryKind): void {
  const takes = kindOf(meter)
  if (kind !== takes) throw refuse.wrongKindOfEntry({ takes })
}

/** Refuses to open a meter's data by the service of the other ones. */
export function mustServe(meter: SeenMeter, service: DataService): void {
  const takes = kindOf(meter)
  if (service !== serviceOf(takes)) throw refuse.wrongKindOfEntry({ takes })
}
