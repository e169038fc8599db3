import type { Look, PmHouse } from '../dialect.ts'
import type { AccountId, PropertyId, PropertyUse, PropertyUseId, State } from '../model/index.ts'
import type { NewUse, NewUseDetail, PropertyUseView, Seen, SeenPropertyUse } from '../views.ts'
import { knownProperty, readableProperty, writableProperty } from './access-rules.ts'
import { accountOf } from './account.ts'
import { signedBy, touchedBy } from './audit.ts'
import { forgetChanges, noteChange } from './changes.ts'
import { knownUse, writableUse } from './known-use.ts'
import { addMember, dropMember, idsIn } from './members.ts'
import { assumedFor } from './use-defaults.ts'
import { currentDetails, openDetail } from './use-detail.ts'
import { floorArea } from '../vocabulary/use-details.ts'

type Caller = { caller: AccountId }

/** The caller says what a part of a property is used for. Source: DOC, Property Use. */
export function createPropertyUse(
  state: State,
  { caller, property, use }: Caller & { property: PropertyId; use: NewUse },
  house: PmHouse,
): PropertyUseId {
  writableProperty(state, { caller, property }, house)
  return openUse(state, { property, use, maker: caller }, house).id
}

/** The uses of a property the caller may read. */
export function listPropertyUses(state: Seen, asked: Caller & { property: PropertyId }, look: Look): SeenPropertyUse[] {
  const { property } = readableProperty(state, asked, look)
  return idsIn(state.index.usesOf[property.id]).map((id) => state.propertyUses[id] as PropertyUse)
}

/** A use with what is true of it today. */
export function readPropertyUse(
  state: Seen,
  { caller, use: id }: Caller & { use: PropertyUseId },
  look: Look,
): PropertyUseView {
  const use = knownUse(state, id)
  readableProperty(state, { caller, property: use.property }, look)
  return { use, details: currentDetails(state, use, look) }
}

/** The caller renames a use; its details have a service of their own. Source: XSD26, propertyUse. */
export function renamePropertyUse(
  state: State,
  { caller, use: id, name }: Caller & { use: PropertyUseId; name: string },
  house: PmHouse,
): void {
  const use = writableUse(state, { caller, use: id }, house)
  use.name = name
  touchedBy(use, accountOf(state, caller), house)
  noteChange(state, { kind: 'propertyUse', id }, house)
}

/** The caller takes a use away, with every revision of its details. */
export function deletePropertyUse(state: State, asked: Caller & { use: PropertyUseId }, look: Look): void {
  const { id, property } = writableUse(state, asked, look)
  forgetChanges(state, { kind: 'propertyUse', id })
  for (const detail of idsIn(state.index.useDetailsOf[id])) delete state.useDetails[detail]
  delete state.index.useDetailsOf[id]
  dropMember(state.index.usesOf, property, id)
  delete state.propertyUses[id]
}

/** A use comes to be; what benchmarking needs and nobody said, the provider assumes. */
export function openUse(
  state: State,
  { property, use, maker }: { property: PropertyId; use: NewUse; maker: AccountId },
  house: PmHouse,
): PropertyUse {
  const id = String(house.ids.next('propertyUse', 5100001)) as PropertyUseId
  const { type, name } = use
  state.propertyUses[id] = { id, property, type, name, audit: signedBy(accountOf(state, maker), house) }
  addMember(state.index.usesOf, property, id)
  for (const detail of use.details) openDetail(state, { use: id, detail, assumed: false }, house)
  for (const detail of leftOut(state, { property, use })) openDetail(state, { use: id, detail, assumed: true }, house)
  noteChange(state, { kind: 'propertyUse', id }, house)
  return state.propertyUses[id]
}

function leftOut(
  state: Seen,
  { property, use: { type, details } }: { property: PropertyId; use: NewUse },
): NewUseDetail[] {
  const area = details.find(({ detail }) => detail === floorArea)
  const whole = knownProperty(state, property).details.grossFloorArea
  const { value, units } = { value: Number(area?.value ?? whole.value), units: area?.units ?? whole.units }
  const since = area?.currentAsOf === undefined ? {} : { currentAsOf: area.currentAsOf }
  const assumed = assumedFor(type, { value, units: units === 'Square Meters' ? units : 'Square Feet' })
  const missing = assumed.filter(([needed]) => !details.some(({ detail, value }) => detail === needed && value))
  return missing.map(([detail, value]) => ({ detail, value, temporary: false, ...since }))
}
