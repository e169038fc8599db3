import { fingerprint } from '../../../src/ground/fingerprint.ts'
import type { PmHouse } from '../dialect.ts'
import { accountOf, openAccount } from '../domain/account.ts'
import { accountNamed, giveName } from '../domain/names.ts'
import { openConnection } from '../domain/connection.ts'
import { createCustomField } from '../domain/custom-field.ts'
import { termsIn } from '../domain/exchange-settings.ts'
import type { Account, CustomFieldDetails, State } from '../model/index.ts'
import { build } from './building.ts'
import { defaultPassword, defaultUsername } from './credentials.ts'
import { emptyState } from './empty.ts'
import { castOf, type Given, type GivenAccount, type GivenYou } from './given.ts'
import { accountDetails } from '../domain/made-up.ts'

/** Makes the world of a story as it begins. */
export function seed(given: Given, house: PmHouse): State {
  const { you, accounts, properties } = castOf(given)
  const state = emptyState()
  openYou(state, you, house)
  for (const [name, account] of Object.entries(accounts)) openCustomer(state, { name, account }, house)
  introduce(state, accounts)
  for (const [name, property] of Object.entries(properties)) build(state, { name, property }, house)
  return state
}

function openYou(state: State, you: GivenYou, house: PmHouse): void {
  const details = accountDetails(defaultUsername, you, { kind: 'provider', house })
  const account = openAccount(state, { details, password: fingerprint(you.password ?? defaultPassword) }, house)
  state.you = account.id
  account.settings.supportedMeterTypes = you.supportedMeterTypes ?? null
  account.settings.termsOfUse = termsIn(you.terms)
  for (const field of you.customFields)
    createCustomField(state, { caller: account.id, details: withoutGaps<CustomFieldDetails>(field) }, house)
}

function openCustomer(state: State, { name, account }: { name: string; account: GivenAccount }, house: PmHouse): void {
  const details = accountDetails(name, account, { kind: 'customer', house })
  const { id } = openAccount(state, { details, password: fingerprint(account.password ?? defaultPassword) }, house)
  giveName(state, { account: name, id })
  if (account.connected === false) return
  const status = account.connected === 'pending' ? 'pending' : 'connected'
  openConnection(state, { provider: state.you, customer: id, status, values: account.customFields }, house)
}

/** Who names contacts knows these, and is known to them; who names none knows everyone. */
function introduce(state: State, accounts: Record<string, GivenAccount>): void {
  const choosy = Object.entries(accounts).flatMap(([name, { contacts }]) => (contacts ? [{ name, contacts }] : []))
  for (const { name } of choosy) accountOf(state, accountNamed(state, name)).contacts = {}
  for (const { name, contacts } of choosy) for (const contact of contacts) acquaint(state, name, contact)
}

function acquaint(state: State, ...names: [string, string]): void {
  const [one, other] = names.map((name) => accountOf(state, accountNamed(state, name))) as [Account, Account]
  if (one.contacts) one.contacts[other.id] = true
  if (other.contacts) other.contacts[one.id] = true
}

/** What is left out has no key: state is JSON. */
function withoutGaps<Whole extends object>(part: { [Key in keyof Whole]?: Whole[Key] | undefined }): Whole {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Whole
}
