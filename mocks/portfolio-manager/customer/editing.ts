import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import { UnknownName } from '../errors/index.ts'
import type { PmHouse } from '../dialect.ts'
import type { State } from '../model/index.ts'
import { editAccess, removeAccess } from '../domain/access-edit.ts'
import { withdrawGrant } from '../domain/grant.ts'
import { accountNamed, you } from '../domain/names.ts'
import { access, as, customerNamed, item, itemHere, propertyHere } from './words.ts'

const edits = {
  basis: 'documented',
  source: "NRCAN, permission edits; FAQ, Who is able to edit other people's sharing access",
} as const

/** What people change on the sharing page after something was shared. */
export const editing = {
  editAccess: action(
    {
      title: 'changes what the provider may do with a property or a meter; None takes it away',
      args: v.strictObject({ as, ...item, access }),
      ...edits,
    },
    (state: State, { as, access: level, ...about }, house: PmHouse) => {
      const edit = { editor: customerNamed(state, as), provider: state.you, item: itemHere(state, about) }
      if (level === 'None') removeAccess(state, edit, house)
      else editAccess(state, { ...edit, level }, house)
      return { edited: { ...about, access: level } }
    },
  ),

  removeAccess: action(
    {
      title: 'takes a property or a meter from the provider, or a property from a fellow customer',
      args: v.strictObject({ as, ...item, from: v.optional(named('account'), you) }),
      ...edits,
    },
    (state: State, { as, from, ...about }, house: PmHouse) => {
      const editor = customerNamed(state, as)
      const holder = accountNamed(state, from)
      if (holder === state.you) removeAccess(state, { editor, provider: holder, item: itemHere(state, about) }, house)
      else withdrawGrant(state, { editor, with: holder, property: wholeProperty(state, about) })
      return { removed: { ...about, from } }
    },
  ),
}

/** Fellow customers are let into whole properties. */
function wholeProperty(
  state: State,
  { property, meter }: { property?: string | undefined; meter?: string | undefined },
) {
  if (property === undefined || meter !== undefined)
    throw new UnknownName('Name the property: a fellow customer is let into a whole property, never into one meter.')
  return propertyHere(state, property)
}
