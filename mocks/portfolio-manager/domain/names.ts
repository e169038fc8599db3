import { unknownName } from '../errors/index.ts'
import type { AccountId, MeterId, PropertyId, State } from '../model/index.ts'

/** The integrator's name in every story. */
export const you = 'you'

/** Whom a scenario means by a name. What has none (a client made it) goes by its id. */
export function accountNamed(state: State, name: string): AccountId {
  if (name === you) return state.you
  const { account } = state.names
  const id = account[name] ?? (name in state.accounts ? (name as AccountId) : undefined)
  if (!id) throw unknownName('account', name, [you, ...Object.keys(account)])
  return id
}

/** Which property a scenario means by a name. */
export function propertyNamed(state: State, name: string): PropertyId {
  const { property } = state.names
  const id = property[name] ?? (name in state.properties ? (name as PropertyId) : undefined)
  if (!id) throw unknownName('property', name, Object.keys(property))
  return id
}

/** Which meter a scenario means: `power` on a property, `tower.power` anywhere, `power` where only one has that name. */
export function meterNamed(state: State, name: string, on?: PropertyId): MeterId {
  const byId = state.meters[name as MeterId]
  if (byId && (on === undefined || byId.property === on)) return byId.id
  const [meter = name, property] = name.split('.').toReversed()
  const place = property === undefined ? on : propertyNamed(state, property)
  const homes = state.names.meter[meter] ?? {}
  const found = place === undefined ? Object.values(homes) : place in homes ? [homes[place] as MeterId] : []
  if (found.length === 1) return found[0] as MeterId
  throw unknownName('meter', name, suggestions(state, { meter, place }))
}

/** Gives a name to something a story makes, so that later steps can speak of it. */
export function giveName(
  state: State,
  given:
    | { account: string; id: AccountId }
    | { property: string; id: PropertyId }
    | { meter: string; on: PropertyId; id: MeterId },
): void {
  if ('account' in given) state.names.account[given.account] = given.id
  else if ('property' in given) state.names.property[given.property] = given.id
  else {
    if (!(given.meter in state.names.meter)) state.names.meter[given.meter] = {}
    const homes = state.names.meter[given.meter]
    if (homes) homes[given.on] = given.id
  }
}

/** The name a property goes by in the story, or its id. */
function nameOfProperty(state: State, id: PropertyId): string {
  return Object.entries(state.names.property).find(([, known]) => known === id)?.[0] ?? id
}

/** Names that may have been meant: those on the property; where several have the meter, with their properties. */
function suggestions(state: State, { meter, place }: { meter: string; place: PropertyId | undefined }): string[] {
  if (place !== undefined)
    return Object.entries(state.names.meter).flatMap(([name, homes]) => (place in homes ? [name] : []))
  const homes = Object.keys(state.names.meter[meter] ?? {}) as PropertyId[]
  if (homes.length === 0) return Object.keys(state.names.meter)
  return homes.map((home) => `${nameOfProperty(state, home)}.${meter}`)
}
