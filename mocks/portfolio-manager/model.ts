import type { Brand } from '../../src/ground/brand.ts'

/** What Portfolio Manager remembers. Ids are decimal numbers kept as strings, as they stand in paths. */
export type AccountId = Brand<'AccountId'>
export type PropertyId = Brand<'PropertyId'>
export type MeterId = Brand<'MeterId'>
export type ConsumptionId = Brand<'ConsumptionId'>
export type CustomFieldId = Brand<'CustomFieldId'>
export type NotificationId = Brand<'NotificationId'>
export type TransferId = Brand<'TransferId'>

/** An instant of the world, ISO 8601 in UTC with milliseconds; the wire spells it in US Eastern time. */
export type Instant = string
/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

/** A set of ids. State is a JSON tree, and a change of one member must cost one key. */
export type Members<Id extends string> = Record<Id, true>

/** Levels as they are written on the wire. On the pages: None, Read Only Access, Full Access. */
export const accessLevels = ['Read', 'Read Write'] as const satisfies readonly string[]
export type AccessLevel = (typeof accessLevels)[number]

/** Who made and last touched a thing, by username and account. */
export type Audit = {
  createdBy: string
  createdByAccountId: AccountId
  createdDate: Instant
  lastUpdatedBy: string
  lastUpdatedByAccountId: AccountId
  lastUpdatedDate: Instant
}

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

export type FloorArea = { value: number; units: 'Square Feet' | 'Square Meters'; temporary: boolean }

export type PropertyDetails = {
  name: string
  constructionStatus: 'Existing' | 'Project' | 'Test'
  primaryFunction: string
  grossFloorArea: FloorArea
  irrigatedArea?: { value: number; units: 'Square Feet' | 'Square Meters' | 'Acres' }
  yearBuilt: number
  address: Address
  numberOfBuildings: number
  isFederalProperty: boolean
  federalOwner?: string
  agency?: { id?: string; code?: string; name?: string; country?: string }
  agencyDepartmentRegion?: string
  federalCampus?: string
  occupancyPercentage: number
  notes?: string
  isInstitutionalProperty: boolean
}

/** Who deleted a thing, and when. What is deleted stays on record: its id existed once. */
export type Deletion = { at: Instant; by: AccountId }

/** `owner` is the property data administrator (PDA). */
export type Property = { id: PropertyId; owner: AccountId; details: PropertyDetails; audit: Audit; deleted?: Deletion }

export type EnergyMeterDetails = {
  kind: 'meter'
  type: string
  name: string
  /** False: a meter that records deliveries. */
  metered: boolean
  unitOfMeasure: string
  firstBillDate: Day
  inUse: boolean
  inactiveDate?: Day
  otherDescription?: string
}
export type WasteMeterDetails = {
  kind: 'wasteMeter'
  type: string
  name: string
  unitOfMeasure: string
  dataEntryMethod: 'regular' | 'regular container' | 'intermittent'
  containerSize?: string
  firstBillDate?: Day
  inUse: boolean
  inactiveDate?: Day
}
export type MeterDetails = EnergyMeterDetails | WasteMeterDetails
export type Meter = { id: MeterId; property: PropertyId; details: MeterDetails; audit: Audit; deleted?: Deletion }

/** One bill or reading as a client posts it. Decimals stay as they were written. */
export type Consumption = {
  id: ConsumptionId
  meter: MeterId
  startDate: Day
  endDate: Day
  usage: string
  cost?: string
  energyExportedOffSite?: string
  percentRenewableNaturalGas?: string
  demandTracking?: { demand?: string; demandCost?: string }
  estimatedValue: boolean
  audit: Audit
}
/** One delivery of a meter that is not metered. */
export type Delivery = {
  id: ConsumptionId
  meter: MeterId
  deliveryDate: Day
  quantity: string
  cost?: string
  estimatedValue: boolean
  audit: Audit
}

/** Provider and customer. No record: never asked for. What ended says why, so that a story can tell whose act it was. */
export type Connection = { provider: AccountId; customer: AccountId; values: FieldValues; audit: Audit } & (
  | { status: 'pending' }
  | { status: 'connected' }
  /** The provider asked (switch X7); the customer answers on the page. */
  | { status: 'requestedByProvider' }
  | { status: 'ended'; endedAt: Instant; because: ConnectionEnd }
)
export type ConnectionEnd = 'rejected' | 'cancelled' | 'disconnectedByProvider' | 'disconnectedByCustomer'
export type ConnectionKey = `${AccountId}/${AccountId}`

/** Provider and item. `sharer` made the share; the item's owner may be someone else. */
type Share<Kind extends string, Item> = {
  kind: Kind
  provider: AccountId
  item: Item
  level: AccessLevel
  sharer: AccountId
  values: FieldValues
  audit: Audit
} & ({ status: 'pending' } | { status: 'active' } | { status: 'ended'; endedAt: Instant; because: ShareEnd })
/** Ended by the provider, by its disconnect, by someone on the customer's side, by deletion; the last two never began. */
export type ShareEnd = 'unshared' | 'disconnected' | 'removed' | 'deleted' | 'rejected' | 'withdrawn'
export type PropertyShare = Share<'property', PropertyId>
export type MeterShare = Share<'meter', MeterId>
export type PropertyShareKey = `${AccountId}/${PropertyId}`
export type MeterShareKey = `${AccountId}/${MeterId}`

/** What the page calls a person's access to a property. */
export const pageLevels = ['Read Only', 'Full Access', 'Custom', 'Exchange Data'] as const satisfies readonly string[]
export type PageLevel = (typeof pageLevels)[number]

/** Customer to customer: makes someone an intermediary, or a fellow editor. */
export type CustomerShare = {
  with: AccountId
  property: PropertyId
  level: PageLevel
  mayShareForward: boolean
  grantedBy: AccountId
}
export type CustomerShareKey = `${AccountId}/${PropertyId}`

export const notificationTypes = ['UNSHARE', 'SHAREUPDATE', 'DISCONNECT', 'TRANSFERPROPERTY'] as const
export type Notification = {
  id: NotificationId
  to: AccountId
  type: (typeof notificationTypes)[number]
  description: string
  accountId: AccountId
  username: string
  propertyId?: PropertyId
  meterId?: MeterId
  createdDate: Instant
  createdBy: string
  createdByAccountId: AccountId
  read: boolean
}

/** A property on its way to another owner. Accepted and rejected transfers leave no record. */
export type Transfer = { id: TransferId; property: PropertyId; from: AccountId; to: AccountId } & (
  | { status: 'proposed' }
  /** Accepted in the newer style, waiting until the provider has accepted the new owner's connection request. */
  | { status: 'postponed' }
)

/** Shares that one provider holds or is offered. */
export type ShareShelf = { properties: Members<PropertyId>; meters: Members<MeterId> }

/** What rules look up by anything but a key. Kept by the rules that change what is indexed. */
export type Indexes = {
  accountByUsername: Record<string, AccountId>
  /** Accounts that customers can connect to: web service users. */
  providers: Members<AccountId>
  propertiesOf: Record<AccountId, Members<PropertyId>>
  metersOf: Record<PropertyId, Members<MeterId>>
  consumptionOf: Record<MeterId, Members<ConsumptionId>>
  /** Whom a provider is connected to. */
  customersOf: Record<AccountId, Members<AccountId>>
  /** Who asked a provider to connect and waits for its answer. */
  askedBy: Record<AccountId, Members<AccountId>>
  /** What a provider is offered, and what it holds. */
  pending: Record<AccountId, ShareShelf>
  active: Record<AccountId, ShareShelf>
  /** The same for one provider and one owner, so that turning an owner down costs what that owner asked. */
  pendingOf: Record<ConnectionKey, ShareShelf>
  activeOf: Record<ConnectionKey, ShareShelf>
  /** Meters of one property that a provider is offered or holds. */
  sharedMetersOf: Record<PropertyShareKey, Members<MeterId>>
  /** Providers that were ever offered an item, or a meter of it; the shares say how it stands today. */
  providersOfProperty: Record<PropertyId, Members<AccountId>>
  providersOfMeter: Record<MeterId, Members<AccountId>>
  /** Customers a property was given to, and the properties a customer was given. */
  givenTo: Record<PropertyId, Members<AccountId>>
  propertiesGiven: Record<AccountId, Members<PropertyId>>
  transferOf: Record<PropertyId, TransferId>
  transfersTo: Record<AccountId, Members<TransferId>>
  unread: Record<AccountId, Members<NotificationId>>
  /** Accounts that notices have named to a provider. */
  noticed: Record<AccountId, Members<AccountId>>
}

/**
 * Names the scenario gave: people and things have names there, ids are what the provider assigned. A meter's name
 * counts within its property: `power` if only one property has such a meter, `tower.power` in any case.
 */
export type Names = {
  account: Record<string, AccountId>
  property: Record<string, PropertyId>
  meter: Record<string, Record<PropertyId, MeterId>>
}

/** How the provider's machines are doing. */
export type Service = {
  down: boolean
  /** How long an item stays readable after its share has ended, ISO 8601. */
  propagationDelay: string
}

export type State = {
  /** The integrator's own account. */
  you: AccountId
  names: Names
  service: Service
  accounts: Record<AccountId, Account>
  properties: Record<PropertyId, Property>
  meters: Record<MeterId, Meter>
  consumption: Record<ConsumptionId, Consumption>
  deliveries: Record<ConsumptionId, Delivery>
  connections: Record<ConnectionKey, Connection>
  propertyShares: Record<PropertyShareKey, PropertyShare>
  meterShares: Record<MeterShareKey, MeterShare>
  customerShares: Record<CustomerShareKey, CustomerShare>
  notifications: Record<NotificationId, Notification>
  transfers: Record<TransferId, Transfer>
  index: Indexes
}
