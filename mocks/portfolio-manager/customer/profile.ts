import * as v from 'valibot'
import { action } from '../../../src/contract/action.ts'
import type { PmHouse } from '../dialect.ts'
import type { AccountDetails, State } from '../model/index.ts'
import { accountOf, editAccount } from '../domain/account.ts'
import { termsIn } from '../domain/exchange-settings.ts'
import { accountNamed } from '../domain/names.ts'
import { languages } from '../vocabulary/accounts.ts'
import { meterTypes } from '../vocabulary/meters.ts'
import { wasteMeterTypes } from '../vocabulary/waste-meters.ts'
import { as } from './words.ts'

const text = v.optional(v.pipe(v.string(), v.nonEmpty()))

/** What people change in their own settings; as `you`, your colleague does. */
export const profile = {
  setProfile: action(
    {
      title: 'changes its profile: whether it can be found, its terms, its language, what it is called',
      args: v.strictObject({
        as,
        searchable: v.optional(v.boolean()),
        terms: v.optional(v.string()),
        supportedMeterTypes: v.optional(v.array(v.picklist([...meterTypes, ...wasteMeterTypes]))),
        language: v.optional(v.picklist(languages)),
        organization: text,
        firstName: text,
        lastName: text,
        email: text,
      }),
      basis: 'documented',
      source: 'NRCAN, your account is visible to users only if you make it so; your terms of use',
    },
    (state: State, { as, terms, supportedMeterTypes, ...said }, house: PmHouse) => {
      const account = accountOf(state, accountNamed(state, as))
      editAccount(state, { caller: account.id, change: { details: revised(account.details, said) } }, house)
      if (terms !== undefined) account.settings.termsOfUse = termsIn(terms)
      if (supportedMeterTypes) account.settings.supportedMeterTypes = supportedMeterTypes
      return { profile: as }
    },
  ),
}

type Said = {
  searchable?: boolean | undefined
  language?: AccountDetails['languagePreference'] | undefined
  organization?: string | undefined
  firstName?: string | undefined
  lastName?: string | undefined
  email?: string | undefined
}

function revised(details: AccountDetails, { searchable, language, organization, ...person }: Said): AccountDetails {
  const { contact } = details
  return {
    ...details,
    searchable: searchable ?? details.searchable,
    languagePreference: language ?? details.languagePreference,
    organization: { ...details.organization, name: organization ?? details.organization.name },
    contact: {
      ...contact,
      firstName: person.firstName ?? contact.firstName,
      lastName: person.lastName ?? contact.lastName,
      email: person.email ?? contact.email,
    },
  }
}
