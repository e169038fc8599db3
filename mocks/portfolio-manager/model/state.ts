import type { AccountId, ConsumptionId, Members, MeterId, NotificationId, PropertyId, TransferId } from './ids.ts'
import type { Account } from './accounts.ts'
import type { Consumption, Delivery, Meter, Property } from './items.ts'
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
