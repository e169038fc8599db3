import { alert, refuse, unknownName } from '../errors/index.ts'
import type { Look, PmHouse } from '../dialect.ts'
import type {
  AccountId,
  CustomField,
  CustomFieldDetails,
  CustomFieldId,
  FieldValues,
  MeterId,
  PropertyId,
  State,
} from '../model/index.ts'
import type { Seen, SeenCustomField } from '../views.ts'
import { mustSeeAccount, readableMeter, readableProperty } from './access-rules.ts'
import { accountOf } from './account.ts'
import { connectionBetween } from './connected.ts'
import { meterShareOf, propertyShareOf } from './share-book.ts'

type Caller = { caller: AccountId }

/** The caller adds a question to those it asks customers. */
export function createCustomField(
  state: State,
  { caller, details }: Caller & { details: CustomFieldDetails },
  house: PmHouse,
): CustomFieldId {
  const id = String(house.ids.next('customField', 101)) as CustomFieldId
  accountOf(state, caller).settings.customFields[id] = { id, details }
  return id
}

export function listCustomFields(state: Seen, { caller }: Caller): SeenCustomField[] {
  return Object.values(accountOf(state, caller).settings.customFields)
}

export function readCustomField(state: Seen, { caller, field }: Caller & { field: CustomFieldId }): SeenCustomField {
  const known = accountOf(state, caller).settings.customFields[field]
  if (!known) throw refuse.notFound({ noun: 'custom field', id: field })
  return known
}

export function editCustomField(
  state: State,
  { caller, field, details }: Caller & { field: CustomFieldId; details: CustomFieldDetails },
): void {
  const { id } = readCustomField(state, { caller, field })
  accountOf(state, caller).settings.customFields[id] = { id, details }
}

export function deleteCustomField(state: State, { caller, field }: Caller & { field: CustomFieldId }): void {
  const { id } = readCustomField(state, { caller, field })
  delete accountOf(state, caller).settings.customFields[id]
}

/** What a customer answered when it connected. */
export function accountFieldValues(
  state: Seen,
  { caller, account }: Caller & { account: AccountId },
): Readonly<FieldValues> {
  mustSeeAccount(state, { caller, account })
  return connectionBetween(state, caller, account)?.values ?? {}
}

/** What was answered when a property was shared. */
export function propertyFieldValues(
  state: Seen,
  { caller, property }: Caller & { property: PropertyId },
  look: Look,
): Readonly<FieldValues> {
  readableProperty(state, { caller, property }, look)
  return propertyShareOf(state, { provider: caller, property })?.values ?? {}
}

/** What was answered when a meter was shared. */
export function meterFieldValues(
  state: Seen,
  { caller, meter }: Caller & { meter: MeterId },
  look: Look,
): Readonly<FieldValues> {
  readableMeter(state, { caller, meter }, look)
  return meterShareOf(state, { provider: caller, meter })?.values ?? {}
}

/** The questions a provider asks at one moment: with the connection, with each property, with each meter. */
export function fieldsAsked(
  state: Seen,
  { provider, moment }: { provider: AccountId; moment: CustomFieldDetails['whenToPrompt'] },
): SeenCustomField[] {
  return listCustomFields(state, { caller: provider }).filter(({ details }) => details.whenToPrompt === moment)
}

/** What a person filled in, checked as the page checks it: required fields are there, and values fit. */
export function filledIn(
  asked: readonly SeenCustomField[],
  { values, item }: { values: Readonly<FieldValues>; item: string },
): FieldValues {
  const filled: FieldValues = {}
  for (const { details } of asked) {
    const value = values[details.name]
    if (value === undefined && details.required) throw alert.fieldRequired({ field: details.name, item })
    if (value === undefined) continue
    const rule = brokenRule(details, value)
    if (rule !== undefined) throw alert.fieldNotValid({ field: details.name, value, rule })
    filled[details.name] = value
  }
  return filled
}

/** Catches the name of a field that the provider does not ask for at this point: the story's author misspelt it. */
export function mustBeAsked(asked: readonly SeenCustomField[], values: Readonly<FieldValues>): void {
  const names = asked.map(({ details }) => details.name)
  for (const name of Object.keys(values)) if (!names.includes(name)) throw unknownName('custom field', name, names)
}

const alphabets: Record<CustomField['details']['validCharacters'], RegExp> = {
  Any: /^/,
  Alphanumeric: /^[\p{L}\p{N} ]*$/u,
  Numeric: /^\d*$/,
}

function brokenRule({ validCharacters, minChars = 0, maxChars }: SeenCustomField['details'], value: string) {
  if (!alphabets[validCharacters].test(value)) return `only ${validCharacters.toLowerCase()} characters are allowed`
  if (value.length < minChars) return `at least ${minChars} characters are needed`
  if (maxChars !== undefined && value.length > maxChars) return `at most ${maxChars} characters are allowed`
  return undefined
}
