import * as v from 'valibot'
import { named } from '../../../src/contract/action.ts'
import { alert, Impossible, UnknownName } from '../errors/index.ts'
import type { AccountId, MeterId, PropertyId, State } from '../model/index.ts'
import { accessLevels } from '../model/index.ts'
import { knownMeter, knownProperty } from '../domain/access-rules.ts'
import type { Item } from '../domain/access-edit.ts'
import { accountNamed, meterNamed, propertyNamed } from '../domain/names.ts'

/** Words that many acts share. */
export const as = named('account')
export const access = v.picklist([...accessLevels, 'None'])
export const fields = v.optional(v.record(v.string(), v.string()), {})
export const note = v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(1000)))
/** One item: a meter, with its property where several have one of that name, or else a property. */
export const item = { property: v.optional(named('property')), meter: v.optional(named('meter')) }

/** Who acts on the customer's side: anyone but you. */
export function customerNamed(state: State, name: string): AccountId {
  const id = accountNamed(state, name)
  if (id === state.you) throw new UnknownName('"you" are the integrator here. Name one of the accounts.')
  return id
}

/** A property that is still there. Where the client deleted it, the story cannot go on. */
export function propertyHere(state: State, name: string): PropertyId {
  const { id, deleted } = knownProperty(state, propertyNamed(state, name))
  if (deleted) throw goneBy(state, deleted, name)
  return id
}

/** A meter that is still there. */
export function meterHere(state: State, name: string, on?: PropertyId): MeterId {
  const { id, deleted } = knownMeter(state, meterNamed(state, name, on))
  if (deleted) throw goneBy(state, deleted, name)
  return id
}

/** The item an act is about. */
export function itemHere(
  state: State,
  { property, meter }: { property?: string | undefined; meter?: string | undefined },
): Item {
  const on = property === undefined ? undefined : propertyHere(state, property)
  if (meter !== undefined) return { meter: meterHere(state, meter, on) }
  if (on !== undefined) return { property: on }
  throw new UnknownName('Name what this is about: a property or a meter.')
}

function goneBy(state: State, { by }: { by: AccountId }, name: string): Error {
  return by === state.you
    ? new Impossible(`${name} no longer exists: the client deleted it.`)
    : alert.gone({ item: name })
}
