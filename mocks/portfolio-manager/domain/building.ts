import type { Look, PmHouse } from '../dialect.ts'
import type { AccountId, Property, PropertyDetails, PropertyId, State } from '../model/index.ts'
import type { Seen, SeenProperty } from '../views.ts'
import { readableProperty, writableProperty } from './access-rules.ts'
import { addMember, idsIn } from './members.ts'
import { isHeld, openHeldProperty } from './property.ts'

type OnCampus = { caller: AccountId; campus: PropertyId }

/** The caller puts a building on a campus: a property of the same owner, held at once. Source: DOC, Building. */
export function createBuilding(
  state: State,
  { caller, campus, details }: OnCampus & { details: PropertyDetails },
  house: PmHouse,
): PropertyId {
  const { owner } = writableProperty(state, { caller, property: campus }, house)
  const building = openHeldProperty(state, { caller, owner, details }, house)
  building.campus = campus
  addMember(state.index.buildingsOf, campus, building.id)
  return building.id
}

/** The buildings of a campus, of those the caller holds. */
export function listBuildings(state: Seen, { caller, campus }: OnCampus, look: Look): SeenProperty[] {
  const { property } = readableProperty(state, { caller, property: campus }, look)
  return idsIn(state.index.buildingsOf[campus])
    .filter((id) => property.owner === caller || isHeld(state, { caller, property: id }))
    .map((id) => state.properties[id] as Property)
}
