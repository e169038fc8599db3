import type {
  AccountId,
  ConsumptionId,
  Day,
  IdentifierId,
  Members,
  MeterId,
  NotificationId,
  PropertyId,
  PropertyUseId,
  TransferId,
  UseDetailId,
  WasteDataId,
} from './ids.ts'
import type { Account, FieldValues } from './accounts.ts'
import type { Associations } from './associations.ts'
import type { Consumption, Delivery, WasteData } from './entries.ts'
import type { Identifier } from './identifiers.ts'
import type { Meter, Property } from './items.ts'
import type {
  Connection,
  ConnectionKey,
  CustomerShare,
  CustomerShareKey,
  MeterShare,
  MeterShareKey,
  Notification,
  PropertyShare,
  PropertyShareKey,
  Transfer,
} from './sharing.ts'
import type { PropertyUse, UseDetail } from './uses.ts'

/** Shares that one provider holds or is offered. */
export type ShareShelf = { properties: Members<PropertyId>; meters: Members<MeterId> }

/** A provider, and the customer or item that it is asked to take. */
export type DraftKey = `${'account' | 'property' | 'meter'}/${string}/${AccountId}`

/** What a feed of changes tells of; `consumption` is told by the meter whose entries changed. */
export type ChangeKind = 'property' | 'propertyUse' | 'meter' | 'consumption'

/** Changes by the day of each thing's latest one: where to find it, and what an owner's day holds. */
export type ChangeBook = {
  dayOf: Record<ChangeKind, Record<string, Day>>
  on: Record<ChangeKind, Record<AccountId, Record<Day, Members<string>>>>
}

/** What rules look up by anything but a key. Kept by the rules that change what is indexed. */
export type Indexes = {
  accountByUsername: Record<string, AccountId>
  /** Accounts that customers can connect to: web service users. */
  providers: Members<AccountId>
  propertiesOf: Record<AccountId, Members<PropertyId>>
  metersOf: Record<PropertyId, Members<MeterId>>
  /** The buildings of a campus. */
  buildingsOf: Record<PropertyId, Members<PropertyId>>
  /** How many sample properties an account has asked for. */
  samplesMade: Record<AccountId, number>
  usesOf: Record<PropertyId, Members<PropertyUseId>>
  useDetailsOf: Record<PropertyUseId, Members<UseDetailId>>
  identifiersOfProperty: Record<PropertyId, Members<IdentifierId>>
  identifiersOfMeter: Record<MeterId, Members<IdentifierId>>
  changes: ChangeBook
  /** What is stored of a meter's entries; those of its history are computed. */
  consumptionOf: Record<MeterId, Members<ConsumptionId>>
  wasteDataOf: Record<MeterId, Members<WasteDataId>>
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
  wasteData: Record<WasteDataId, WasteData>
  associations: Record<PropertyId, Associations>
  propertyUses: Record<PropertyUseId, PropertyUse>
  useDetails: Record<UseDetailId, UseDetail>
  identifiers: Record<IdentifierId, Identifier>
  connections: Record<ConnectionKey, Connection>
  propertyShares: Record<PropertyShareKey, PropertyShare>
  meterShares: Record<MeterShareKey, MeterShare>
  customerShares: Record<CustomerShareKey, CustomerShare>
  notifications: Record<NotificationId, Notification>
  transfers: Record<TransferId, Transfer>
  /** What customers filled in ahead of an invitation by web service (X9). */
  drafts: Record<DraftKey, FieldValues>
  index: Indexes
}
