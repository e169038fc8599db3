import type { AccountId, State, TermsOfUse } from '../model/index.ts'
import type { Seen, SharingSettings } from '../views.ts'
import { accountOf } from './account.ts'

/** How the caller lets customers share with it. */
export function readExchangeSettings(state: Seen, { caller }: { caller: AccountId }): SharingSettings {
  const { supportedMeterTypes, termsOfUse } = accountOf(state, caller).settings
  return { supportedMeterTypes, termsOfUse }
}

/** The caller says which meter types it takes and which terms customers must accept. */
export function editExchangeSettings(
  state: State,
  change: { caller: AccountId; supportedMeterTypes: string[] | null; termsOfUse: TermsOfUse },
): void {
  const { settings } = accountOf(state, change.caller)
  settings.supportedMeterTypes = change.supportedMeterTypes
  settings.termsOfUse = change.termsOfUse
}

/** Whether a provider takes meters of a type. Never set: all types. Source: NRCAN, step 3; the second half is ours. */
export function acceptsType(state: Seen, { provider, type }: { provider: AccountId; type: string }): boolean {
  return accountOf(state, provider).settings.supportedMeterTypes?.includes(type) ?? true
}

/** Whether customers must agree to anything or fill in anything before they exchange data with a provider. */
export function demandsSomething(state: Seen, provider: AccountId): boolean {
  const { termsOfUse, customFields } = accountOf(state, provider).settings
  return termsOfUse.kind !== 'none' || Object.keys(customFields).length > 0
}

/** Terms as a person writes them: their text, or the address where they stand; nothing at all for none. */
export function termsIn(words: string | undefined): TermsOfUse {
  if (words === undefined || words === '') return { kind: 'none' }
  return /^https?:\/\//.test(words) ? { kind: 'url', url: words } : { kind: 'text', text: words }
}
