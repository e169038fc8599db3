import type { Look } from '../dialect.ts'
import type {
  AccountId,
  ChangeKind,
  Day,
  Members,
  MeterId,
  Property,
  PropertyId,
  PropertyUseId,
  State,
} from '../model/index.ts'
import type { Seen } from '../views.ts'
import { idsIn, addMember } from './members.ts'
import { dayOf } from './today.ts'

/** The book of changes: whoever changes a thing writes it down here, so that a feed never searches. */
export type Changed =
  { kind: 'property'; id: PropertyId } | { kind: 'propertyUse'; id: PropertyUseId } | { kind: 'meter'; id: MeterId }

/** A property, a use or a meter was made or changed. */
export function noteChange(state: State, thing: Changed, { now }: Pick<Look, 'now'>): void {
  writeDown(state, { ...thing, owner: ownerOf(state, thing) }, dayOf(now))
}

/** The entries of a meter were changed. Waste is in no feed: its entries have a service of their own. */
export function noteEntries(state: State, meter: MeterId, { now }: Pick<Look, 'now'>): void {
  if (state.meters[meter]?.details.kind === 'wasteMeter') return
  const owner = ownerOf(state, { kind: 'meter', id: meter })
  writeDown(state, { kind: 'consumption', id: meter, owner }, dayOf(now))
}

/** A property changes hands: it counts as changed, and what was said of its parts goes along. */
export function moveChanges(
  state: State,
  { id, from, to }: { id: PropertyId; from: AccountId; to: AccountId },
  { now }: Pick<Look, 'now'>,
): void {
  for (const part of partsOf(state, id)) {
    const day = strike(state, { ...part, owner: from })
    if (day !== undefined) writeDown(state, { ...part, owner: to }, part.kind === 'property' ? dayOf(now) : day)
  }
}

/** What is deleted is in no feed any more. */
export function forgetChanges(state: State, thing: Changed): void {
  const owner = ownerOf(state, thing)
  strike(state, { ...thing, owner })
  if (thing.kind === 'meter') strike(state, { kind: 'consumption', id: thing.id, owner })
}

/** The same for a property with all its parts. */
export function forgetAllChanges(state: State, { id, owner }: Property): void {
  for (const part of partsOf(state, id)) strike(state, { ...part, owner })
}

/** What of an owner's things changed on a day or later, in the order of ids. */
export function changedSince(state: Seen, { kind, owner, since }: Feed): string[] {
  const days = Object.entries(state.index.changes.on[kind][owner] ?? {}).filter(([day]) => day >= since)
  return days.flatMap(([, members]) => idsIn(members)).sort((a, b) => Number(a) - Number(b))
}
type Feed = { kind: ChangeKind; owner: AccountId; since: Day }

/** The day on which a thing last changed. */
export function lastChange(state: Seen, { kind, id }: { kind: ChangeKind; id: string }): Day | undefined {
  return state.index.changes.dayOf[kind][id]
}

type Entry = { kind: ChangeKind; id: string; owner: AccountId }

function writeDown(state: State, entry: Entry, day: Day): void {
  const { dayOf, on } = state.index.changes
  if (dayOf[entry.kind][entry.id] === day) return
  strike(state, entry)
  dayOf[entry.kind][entry.id] = day
  const days = on[entry.kind]
  if (!(entry.owner in days)) days[entry.owner] = {}
  const own = days[entry.owner] as Record<Day, Members<string>>
  addMember(own, day, entry.id)
}

/** Takes a thing off the page it stands on, and the page away when it is empty. */
function strike(state: State, { kind, id, owner }: Entry): Day | undefined {
  const { dayOf, on } = state.index.changes
  const day = dayOf[kind][id]
  if (day === undefined) return undefined
  delete dayOf[kind][id]
  const days = on[kind][owner] ?? {}
  const members = days[day] ?? {}
  delete members[id]
  if (isEmpty(members)) delete days[day]
  return day
}

function isEmpty(members: Readonly<Members<string>>): boolean {
  for (const _ in members) return false
  return true
}

function ownerOf(state: State, thing: Changed): AccountId {
  const id =
    thing.kind === 'property'
      ? thing.id
      : thing.kind === 'meter'
        ? state.meters[thing.id]?.property
        : state.propertyUses[thing.id]?.property
  return (state.properties[id as PropertyId] as Property).owner
}

/** A property's own entries in the book: itself, its uses, its meters and their readings. */
function partsOf(state: State, property: PropertyId): { kind: ChangeKind; id: string }[] {
  const { usesOf, metersOf } = state.index
  return [
    { kind: 'property', id: property },
    ...idsIn(usesOf[property]).map((id) => ({ kind: 'propertyUse', id }) as const),
    ...idsIn(metersOf[property]).flatMap((id) => [
      { kind: 'meter', id } as const,
      { kind: 'consumption', id } as const,
    ]),
  ]
}
