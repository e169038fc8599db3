import type { AccessLevel, AccountId, Audit, Instant, MeterId, NotificationId, PropertyId, TransferId } from './ids.ts'
import type { FieldValues } from './accounts.ts'

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

/** What a provider is told of its access, each once. */
export type Notification = {
  id: NotificationId
  to: AccountId
  type: 'UNSHARE' | 'SHAREUPDATE' | 'DISCONNECT' | 'TRANSFERPROPERTY'
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
