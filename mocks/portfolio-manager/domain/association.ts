import { refuse } from '../errors/index.ts'
import type { Look, PmHouse } from '../dialect.ts'
import { categories } from '../model/index.ts'
import type { Association, Category, MeterDetails, MeterId, PropertyId, Representation, State } from '../model/index.ts'
import { waterMeterTypes } from '../vocabulary/meters.ts'
import type { AssociationsView, NewAssociations, Seen, SeenMeter } from '../views.ts'
import { knownMeter, readableMeter, readableProperty } from './access-rules.ts'
import type { Caller } from './entries.ts'
import { idsIn } from './members.ts'

type Pair = Caller & { property: PropertyId; meter: MeterId }

/** Which meters count towards a property's metrics. Source: DOC, Meter: property association. */
export function readAssociations(state: Seen, asked: Caller & { property: PropertyId }, look: Look): AssociationsView {
  readableProperty(state, asked, look)
  return associationsOf(state, asked.property)
}

/**
 * The caller says anew which meters count: each kind that is named is replaced, the others stay. A kind without its
 * own right to the property needs it on every meter that comes or goes. Source: DOC, Meter: property association.
 */
export function replaceAssociations(
  state: State,
  { caller, property, ...said }: Caller & { property: PropertyId; lists: NewAssociations },
  house: PmHouse,
): void {
  readableProperty(state, { caller, property }, house)
  for (const category of categories) {
    const list = said.lists[category]
    if (!list) continue
    const before = idsIn(state.associations[property]?.[category]?.meters)
    for (const meter of new Set([...list.meters, ...before])) {
      if (list.meters.includes(meter) && before.includes(meter)) continue
      mayAssociate(state, { caller, property, meter }, house)
    }
    for (const meter of list.meters) mustBelong(state, { property, meter, category })
    const meters = Object.fromEntries(list.meters.map((meter) => [meter, true])) as Association['meters']
    const { representation } = list
    const kept = { meters, ...(representation && { representation: sound(representation) }) }
    state.associations[property] = { ...state.associations[property], [category]: kept }
  }
}

/** One more meter counts. Source: DOC, Meter: single association. */
export function addAssociation(state: State, pair: Pair, house: PmHouse): void {
  mayAssociate(state, pair, house)
  mustBelong(state, pair)
  associate(state, pair)
}

/** A meter no longer counts. Source: DOC, Meter: single association. */
export function removeAssociation(state: State, pair: Pair, house: PmHouse): void {
  mayAssociate(state, pair, house)
  mustBelong(state, pair)
  const isThere = isAssociated(state, knownMeter(state, pair.meter))
  if (!isThere) throw refuse.notAssociated({ meter: pair.meter, property: pair.property })
  dissociate(state, pair.meter)
}

/** A meter counts towards the metrics of its property. */
export function associate(state: State, { property, meter }: { property: PropertyId; meter: MeterId }): void {
  const category = categoryOf(knownMeter(state, meter).details)
  if (!(property in state.associations)) state.associations[property] = {}
  const own = state.associations[property] as NonNullable<State['associations'][PropertyId]>
  const list = own[category]
  if (list) list.meters[meter] = true
  else own[category] = { meters: { [meter]: true } }
}

/** A meter counts no longer, or is gone. */
export function dissociate(state: State, meter: MeterId): void {
  const { property, details } = knownMeter(state, meter)
  const list = state.associations[property]?.[categoryOf(details)]
  if (list) delete list.meters[meter]
}

/** The associated meters of one kind. */
export function associatedMeters(state: Seen, property: PropertyId, category: Category): SeenMeter[] {
  return associationsOf(state, property)[category].meters.map((meter) => knownMeter(state, meter))
}

export function isAssociated(state: Seen, { id, property, details }: SeenMeter): boolean {
  return associationsOf(state, property)[categoryOf(details)].meters.includes(id)
}

const water: ReadonlySet<string> = new Set(waterMeterTypes)

export function categoryOf({ kind, type }: Pick<MeterDetails, 'kind' | 'type'>): Category {
  if (kind === 'wasteMeter') return 'waste'
  return water.has(type) ? 'water' : 'energy'
}

function associationsOf(state: Seen, property: PropertyId): AssociationsView {
  const own = property in state.associations ? state.associations[property] : undefined
  const listed = (category: Category) => {
    const { meters, representation = { type: 'No Selection Made' as const } } = own?.[category] ?? {}
    return { meters: idsIn(meters), representation }
  }
  return { energy: listed('energy'), water: listed('water'), waste: listed('waste') }
}

/** Full access to either the property or the meter will do, if the other may be read. Source: DOC, Meter association. */
function mayAssociate(state: Seen, { caller, property, meter }: Pair, look: Look): void {
  const levels = [
    readableProperty(state, { caller, property }, look).accessLevel,
    readableMeter(state, { caller, meter }, look).accessLevel,
  ]
  if (!levels.includes('Read Write')) throw refuse.readOnly()
}

function mustBelong(
  state: Seen,
  { property, meter, category }: { property: PropertyId; meter: MeterId; category?: Category },
): void {
  const { property: home, details } = knownMeter(state, meter)
  if (home !== property) throw refuse.meterOfAnotherProperty({ meter, property })
  const own = categoryOf(details)
  if (category !== undefined && category !== own) throw refuse.otherCategoryOfMeter({ meter, category: own })
}

function sound(representation: Representation): Representation {
  const { type, energyUses = [] } = representation
  if (type === 'Combination of Tenant and Common Area Consumption' && energyUses.length === 0)
    throw refuse.energyUsesMissing()
  return representation
}
