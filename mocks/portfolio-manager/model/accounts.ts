import type { AccountId, Audit, CustomFieldId, Instant, Members } from './ids.ts'

export type Address = {
  address1: string
  address2?: string
  city: string
  county?: string
  state?: string
  otherState?: string
  postalCode: string
  country: string
}

export type Contact = {
  firstName: string
  lastName: string
  email: string
  phone: string
  jobTitle: string
  address: Address
}

export type Organization = {
  name: string
  primaryBusiness: string
  otherBusinessDescription?: string
  energyStarPartner: boolean
  energyStarPartnerType?: string
  otherPartnerDescription?: string
}

/** What an account says of itself: what a PUT of it may change. */
export type AccountDetails = {
  username: string
  webserviceUser: boolean
  searchable: boolean
  includeTestPropertiesInGraphics: boolean
  emailPreferenceCanadianAccount: boolean
  billboardMetric?: string
  languagePreference: 'en_US' | 'fr_CA' | 'es_US'
  contact: Contact
  organization: Organization
}

/** Anyone with a login: the integrator (a web service user), owners, intermediaries. */
export type Account = {
  id: AccountId
  details: AccountDetails
  /** Fingerprint of the password. */
  password: string
  settings: ExchangeSettings
  /** Messages the account's person sees at the next login. */
  inbox: InboxMessage[]
  /** Fellow customers this one knows on the page; null: knows everyone. */
  contacts: Members<AccountId> | null
  audit: Audit
}

export type InboxMessage = { at: Instant; says: string; note?: string }

export type TermsOfUse = { kind: 'none' } | { kind: 'text'; text: string } | { kind: 'url'; url: string }

/** How a provider lets customers share with it. `supportedMeterTypes` null: never set, all types are accepted. */
export type ExchangeSettings = {
  supportedMeterTypes: string[] | null
  termsOfUse: TermsOfUse
  customFields: Record<CustomFieldId, CustomField>
}

/** When a customer is asked for the field: with the connection, with each property, with each meter. */
export const promptMoments = ['Once', 'Property', 'Meter'] as const satisfies readonly string[]

export type CustomFieldDetails = {
  name: string
  required: boolean
  validCharacters: 'Any' | 'Alphanumeric' | 'Numeric'
  whenToPrompt: (typeof promptMoments)[number]
  minChars?: number
  maxChars?: number
  description?: string
  example?: string
  url?: string
  displayOrder?: number
}
export type CustomField = { id: CustomFieldId; details: CustomFieldDetails }

/** What a customer wrote into a provider's custom fields, by field name. */
export type FieldValues = Record<string, string>
