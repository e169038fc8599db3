import { alert, Impossible } from '../errors/index.ts'
import type { Look, PmHouse } from '../dialect.ts'
import type { AccountId, Consumption, Day, MeterId, State } from '../model/index.ts'
import type { Seen, SeenEntry } from '../views.ts'
import { knownMeter } from './access-rules.ts'
import { accountOf } from './account.ts'
import { associate, dissociate } from './association.ts'
import { touchedBy } from './audit.ts'
import { noteEntries } from './changes.ts'
import { dropEntry, entriesOf, fileEntry, keepEntry, mustBeSound, type NewEntry } from './entries.ts'
import { daysOf, kindOf, mustTake, type EntryKind } from './entry-kinds.ts'
import { mayChange } from './grant.ts'

type OnPage = { editor: AccountId; meter: MeterId }

/** A person writes an entry on the page, as a client would by web service. */
export function enterOnPage(
  state: State,
  { kind, entry, ...where }: OnPage & { kind: EntryKind; entry: NewEntry },
  house: PmHouse,
): string {
  const meter = changeableMeter(state, where)
  mustTake(meter, kind)
  mustBeSound(state, { meter, entries: [entry] }, house)
  noteEntries(state, meter.id, house)
  return fileEntry(state, { meter: meter.id, kind, entry, by: accountOf(state, where.editor) }, house)
}

/** A person corrects the bill that begins on a day: what is said takes the place of what was there. */
export function correctOnPage(
  state: State,
  { startDate, correction, ...where }: OnPage & { startDate: Day; correction: Partial<Consumption> },
  house: PmHouse,
): string {
  const meter = changeableMeter(state, where)
  mustTake(meter, 'consumption')
  const before = entryOn(state, { meter: meter.id, day: startDate }, house) as Consumption
  const anew: Consumption = { ...before, audit: { ...before.audit }, ...correction }
  mustBeSound(state, { meter, entries: [anew], instead: before.id }, house)
  touchedBy(anew, accountOf(state, where.editor), house)
  keepEntry(state, 'consumption', anew)
  noteEntries(state, meter.id, house)
  return anew.id
}

/** A person deletes the entry that begins on a day. */
export function deleteOnPage(
  state: State,
  { startDate, ...where }: OnPage & { startDate: Day },
  house: PmHouse,
): string {
  const meter = changeableMeter(state, where)
  const entry = entryOn(state, { meter: meter.id, day: startDate }, house)
  dropEntry(state, kindOf(meter), entry)
  noteEntries(state, meter.id, house)
  return entry.id
}

/** A person says on the page whether a meter counts towards the metrics of its property. */
export function countOnPage(state: State, { counts, ...where }: OnPage & { counts: boolean }): void {
  const { id, property } = changeableMeter(state, where)
  if (counts) associate(state, { property, meter: id })
  else dissociate(state, id)
}

function changeableMeter(state: State, { editor, meter }: OnPage): State['meters'][MeterId] {
  const known = knownMeter(state, meter)
  if (!mayChange(state, { editor, property: known.property })) throw alert.notYours({ item: known.details.name })
  return known
}

/** Stories speak of entries by their first day. If there is none, someone has left it undone or deleted it. */
function entryOn(state: Seen, { meter, day }: { meter: MeterId; day: Day }, look: Look): SeenEntry {
  const known = knownMeter(state, meter)
  const entry = entriesOf(state, known, look).find((entry) => daysOf(entry)[0] === day)
  if (entry) return entry
  throw new Impossible(
    `The meter ${known.details.name} has no entry that begins on ${day}: nobody has written one, or it was deleted.`,
  )
}
