import * as v from 'valibot'
import { action, named, newName } from '../../../src/contract/action.ts'
import { day } from '../../../src/contract/words.ts'
import { alert } from '../errors/index.ts'
import type { PmHouse } from '../dialect.ts'
import type { AccountId, PropertyId, State } from '../model/index.ts'
import { meterTypes, meterUnits } from '../vocabulary/meters.ts'
import { dataEntryMethods, wasteMeterTypes, wasteMeterUnits } from '../vocabulary/waste-meters.ts'
import { constructionStatuses, primaryFunctions } from '../vocabulary/properties.ts'
import { knownMeter, knownProperty } from '../domain/access-rules.ts'
import { mayChange } from '../domain/grant.ts'
import { meterDetails, propertyDetails } from '../domain/made-up.ts'
import { openMeter, removeMeter } from '../domain/meter.ts'
import { giveName } from '../domain/names.ts'
import { openProperty, removeProperty } from '../domain/property.ts'
import { as, customerNamed, meterHere, propertyHere } from './words.ts'

const title = v.pipe(v.string(), v.minLength(1), v.maxLength(80))

/** What people do with their own properties and meters. */
export const items = {
  addProperty: action(
    {
      title: 'sets up a property; `name` is what the story calls it',
      args: v.strictObject({
        as,
        name: newName('property'),
        title: v.optional(title),
        primaryFunction: v.optional(v.picklist(primaryFunctions)),
        constructionStatus: v.optional(v.picklist(constructionStatuses)),
        grossFloorArea: v.optional(v.number()),
        yearBuilt: v.optional(v.number()),
      }),
      basis: 'documented',
      source: 'GUIDE, customers set up properties on the page',
    },
    (state: State, { as, name, title, ...said }, house: PmHouse) => {
      const owner = customerNamed(state, as)
      const details = propertyDetails(name, { ...said, name: title }, house)
      const { id } = openProperty(state, { owner, details, maker: owner }, house)
      giveName(state, { property: name, id })
      return { added: { property: name, id } }
    },
  ),

  addMeter: action(
    {
      title: 'adds a meter to a property; `name` is what the story calls it',
      args: v.strictObject({
        as,
        property: named('property'),
        name: newName('meter'),
        type: v.picklist([...meterTypes, ...wasteMeterTypes]),
        title: v.optional(title),
        unit: v.optional(v.picklist([...meterUnits, ...wasteMeterUnits])),
        dataEntryMethod: v.optional(v.picklist(dataEntryMethods)),
        firstBillDate: v.optional(day),
        metered: v.optional(v.boolean(), true),
      }),
      basis: 'documented',
      source: 'NRCAN, a new meter on a shared property is shared by itself (P12)',
    },
    (state: State, { as, property, name, title, ...said }, house: PmHouse) => {
      const place = propertyHere(state, property)
      const maker = customerNamed(state, as)
      mustBeChangeable(state, { editor: maker, property: place, item: property })
      const details = meterDetails(name, { ...said, name: title }, house)
      const { id } = openMeter(state, { property: place, details, maker }, house)
      giveName(state, { meter: name, on: place, id })
      return { added: { meter: name, on: property, id } }
    },
  ),

  deleteMeter: action(
    {
      title: 'deletes a meter',
      args: v.strictObject({ as, property: v.optional(named('property')), meter: named('meter') }),
      basis: 'documented',
      source: 'NRCAN, permission edits: same process when a user deletes a meter (M6)',
    },
    (state: State, { as, property, meter: name }, house: PmHouse) => {
      const meter = meterHere(state, name, property === undefined ? undefined : propertyHere(state, property))
      const by = customerNamed(state, as)
      mustBeChangeable(state, { editor: by, property: knownMeter(state, meter).property, item: name })
      removeMeter(state, { meter, by, code: house.dialect.meterDeletedCode }, house)
      return { deleted: { meter: name } }
    },
  ),

  deleteProperty: action(
    {
      title: 'deletes a property with all its meters',
      args: v.strictObject({ as, property: named('property') }),
      basis: 'documented',
      source: 'DOC, Notification: a user deletes or unshares an item (P9)',
    },
    (state: State, { as, property: name }, house: PmHouse) => {
      const property = knownProperty(state, propertyHere(state, name))
      const by = customerNamed(state, as)
      mustBeChangeable(state, { editor: by, property: property.id, item: name })
      removeProperty(state, { property, by }, house)
      return { deleted: { property: name } }
    },
  ),
}

function mustBeChangeable(
  state: State,
  { editor, property, item }: { editor: AccountId; property: PropertyId; item: string },
): void {
  if (!mayChange(state, { editor, property })) throw alert.notYours({ item })
}
