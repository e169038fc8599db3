import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import type { PmHouse } from '../dialect.ts'
import type { State } from '../model/index.ts'
import { acceptTransfer, proposeTransfer, rejectTransfer, transferChoices } from '../domain/transfer.ts'
import { as, customerNamed, fields, propertyHere } from './words.ts'

const property = named('property')

/** How a property gets a new owner. */
export const transferring = {
  proposeTransfer: action(
    {
      title: 'offers a property to a fellow customer',
      args: v.strictObject({ as, property, to: named('account') }),
      basis: 'documented',
      source: 'FAQ, transfer of a property (T1)',
    },
    (state: State, { as, property, to }, house: PmHouse) => {
      const people = { proposer: customerNamed(state, as), to: customerNamed(state, to) }
      proposeTransfer(state, { ...people, property: propertyHere(state, property) }, house)
      return { proposed: { property, to } }
    },
  ),

  acceptTransfer: action(
    {
      title: 'accepts a property; `style` says what becomes of a provider it does not know',
      args: v.strictObject({
        as,
        property,
        style: v.optional(v.picklist(transferChoices)),
        acceptTerms: v.optional(v.boolean(), true),
        customFields: fields,
      }),
      basis: 'documented',
      source: 'NRCAN, transfer of a property (T2, T3); GUIDE, transfer of a property (T4 to T6)',
    },
    (state: State, { as, property, style, acceptTerms: acceptsTerms, customFields: values }, house: PmHouse) => {
      const acceptance = { recipient: customerNamed(state, as), property: propertyHere(state, property) }
      const { status } = acceptTransfer(state, { ...acceptance, style, acceptsTerms, values }, house)
      return { transfer: status, property }
    },
  ),

  rejectTransfer: action(
    {
      title: 'declines a property',
      args: v.strictObject({ as, property }),
      basis: 'documented',
      source: 'GUIDE, transfer of a property (T7)',
    },
    (state: State, { as, property }) => {
      rejectTransfer(state, { recipient: customerNamed(state, as), property: propertyHere(state, property) })
      return { transfer: 'rejected', property }
    },
  ),
}
