import { refuse } from '../errors/index.ts'
import type { Look, PmHouse } from '../dialect.ts'
import type { AccountId, PropertyUse, PropertyUseId, State, UseDetail, UseDetailId } from '../model/index.ts'
import type { NewUseDetail, Seen, UseDetailView } from '../views.ts'
import { readableProperty } from './access-rules.ts'
import { accountOf } from './account.ts'
import { touchedBy } from './audit.ts'
import { noteChange } from './changes.ts'
import { knownUse, writableDetail, writableUse } from './known-use.ts'
import { addMember, dropMember, idsIn } from './members.ts'
import { dayOf } from './today.ts'
import { isNeeded } from './use-defaults.ts'
import { propertyUses } from '../vocabulary/property-uses.ts'
import { floorArea } from '../vocabulary/use-details.ts'

type Caller = { caller: AccountId }

/** The caller says how details are from some day on; what was true before stays on record. Source: DOC, Use Details. */
export function addUseDetails(
  state: State,
  { caller, use, details }: Caller & { use: PropertyUseId; details: readonly NewUseDetail[] },
  house: PmHouse,
): UseDetailId[] {
  const { type } = writableUse(state, { caller, use }, house)
  for (const { detail } of details)
    if (!propertyUses[type]?.some((known) => known === detail)) throw refuse.notADetailOfThisUse({ detail, type })
  touch(state, { use, caller }, house)
  return details.map((detail) => openDetail(state, { use, detail, assumed: false }, house))
}

/** Every revision of a use's details, in the order of their making. */
export function listUseDetails(
  state: Seen,
  { caller, use: id }: Caller & { use: PropertyUseId },
  look: Look,
): UseDetailView[] {
  const use = knownUse(state, id)
  readableProperty(state, { caller, property: use.property }, look)
  return revisionsOf(state, id).map((revision) => viewOf(use, revision))
}

/** The caller corrects one revision. Source: DOC, Use Details. */
export function editUseDetail(
  state: State,
  { caller, revision: id, detail }: Caller & { revision: UseDetailId; detail: NewUseDetail },
  house: PmHouse,
): void {
  const revision = writableDetail(state, { caller, revision: id }, house)
  if (revision.detail !== detail.detail) throw refuse.otherUseDetail({ wanted: revision.detail })
  const { use, currentAsOf } = revision
  state.useDetails[id] = { currentAsOf, ...detail, id, use, assumed: false }
  touch(state, { use, caller }, house)
}

/** The caller takes one revision back; the one before it is true again. A use keeps at least one floor area. */
export function deleteUseDetail(state: State, asked: Caller & { revision: UseDetailId }, house: PmHouse): void {
  const { id, use, detail } = writableDetail(state, asked, house)
  const others = revisionsOf(state, use).filter((other) => other.detail === detail && other.id !== id)
  if (detail === floorArea && others.length === 0) throw refuse.lastFloorArea()
  dropMember(state.index.useDetailsOf, use, id)
  delete state.useDetails[id]
  touch(state, { use, caller: asked.caller }, house)
}

/** What is true of a use today: of each detail the latest revision that has begun. */
export function currentDetails(state: Seen, use: Seen['propertyUses'][PropertyUseId], { now }: Look): UseDetailView[] {
  const today = dayOf(now)
  const revisions = revisionsOf(state, use.id).toSorted((a, b) => inOrder(a.currentAsOf, b.currentAsOf))
  return (propertyUses[use.type] ?? []).flatMap((name) => {
    const all = revisions.filter(({ detail }) => detail === name)
    const begun = all.filter(({ currentAsOf }) => currentAsOf <= today)
    const current = begun.at(-1) ?? (name === floorArea ? all[0] : undefined)
    return current ? [viewOf(use, current)] : []
  })
}

/** Writes one revision down. */
export function openDetail(
  state: State,
  { use, detail, assumed }: { use: PropertyUseId; detail: NewUseDetail; assumed: boolean },
  house: PmHouse,
): UseDetailId {
  const id = String(house.ids.next('useDetail', 8100001)) as UseDetailId
  state.useDetails[id] = { currentAsOf: dayOf(house.now), ...detail, id, use, assumed }
  addMember(state.index.useDetailsOf, use, id)
  return id
}

/** What is true of a use has changed, and someone did it. */
function touch(state: State, { use: id, caller }: Caller & { use: PropertyUseId }, house: PmHouse): void {
  touchedBy(knownUse(state, id), accountOf(state, caller), house)
  noteChange(state, { kind: 'propertyUse', id }, house)
}

function revisionsOf(state: Seen, use: PropertyUseId): Seen['useDetails'][UseDetailId][] {
  return idsIn(state.index.useDetailsOf[use]).map((id) => state.useDetails[id] as UseDetail)
}

function viewOf({ type }: Pick<PropertyUse, 'type'>, revision: Seen['useDetails'][UseDetailId]): UseDetailView {
  const { detail, assumed } = revision
  if (detail === floorArea) return { ...revision, default: 'No' }
  if (!isNeeded({ type, detail })) return { ...revision, default: 'N/A' }
  return { ...revision, default: assumed ? 'Yes' : 'No' }
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
