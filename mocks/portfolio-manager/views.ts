import type { DeepReadonly } from '../../src/ground/store/index.ts'
import type {
  AccessLevel,
  Account,
  AccountDetails,
  Category,
  Connection,
  Consumption,
  CustomField,
  Delivery,
  ExchangeSettings,
  Identifier,
  Meter,
  MeterId,
  MeterShare,
  Notification,
  Property,
  PropertyShare,
  PropertyUse,
  Representation,
  State,
  UseDetail,
  WasteData,
} from './model/index.ts'
import type { IdentifierType } from './vocabulary/identifiers.ts'

/** What Portfolio Manager remembers, for those who only read. */
export type Seen = DeepReadonly<State>
export type SeenAccount = DeepReadonly<Account>
export type SeenProperty = DeepReadonly<Property>
export type SeenMeter = DeepReadonly<Meter>
export type SeenPropertyUse = DeepReadonly<PropertyUse>
export type SeenCustomField = DeepReadonly<CustomField>
/** An entry of a meter: a bill, a delivery, or what a waste meter records. */
export type SeenEntry = DeepReadonly<Consumption> | DeepReadonly<Delivery> | DeepReadonly<WasteData>
/** How an account lets customers share with it. */
export type SharingSettings = DeepReadonly<Omit<ExchangeSettings, 'customFields'>>

/** One page of a list, with the numbers of its neighbours. Pages count from 1. */
export type Page<Item> = { items: readonly Item[]; page: number; next?: number; previous?: number }

/** A link in a response: a thing the client may now fetch. `link` is relative to the base path. */
export type Link = { id?: string; hint?: string; linkDescription: string; link: string; httpMethod: string }

/** A share as the client sees it: always under the present owner's account, whoever made it. */
export type PendingAccount = DeepReadonly<{ account: Account; connection: Connection }>
export type PendingProperty = DeepReadonly<{ property: Property; owner: Account; share: PropertyShare }>
export type PendingMeter = DeepReadonly<{ meter: Meter; property: Property; owner: Account; share: MeterShare }>

/** An item with the level at which the caller holds it. */
export type PropertyView = DeepReadonly<{ property: Property; accessLevel: AccessLevel }>
export type MeterView = DeepReadonly<{ meter: Meter; accessLevel: AccessLevel }>

/** A person as other accounts may see them. */
export type CustomerView = { account: SeenAccount }

/** A notice as the client sees it; switches have had their say on who stands in it. */
export type NotificationView = Readonly<Notification>

/** The entries of one meter, one page of them. */
export type MeterData =
  | { kind: 'consumption'; entries: Page<DeepReadonly<Consumption>> }
  | { kind: 'delivery'; entries: Page<DeepReadonly<Delivery>> }
  | { kind: 'waste'; entries: Page<DeepReadonly<WasteData>> }

/** What the provider computed; null where it could not, with the reason, which only the journal tells. */
export type MetricValue = { value: string | null; because?: string }

/** A metric: one value for the period, or one for each of its months. */
export type MetricView = {
  name: string
  id: string
  uom?: string
  dataType: 'date' | 'numeric' | 'string'
} & (MetricValue | { months: readonly (MetricValue & { year: number; month: number })[] })

/** Why a property has no score, in the provider's words. */
export type Reason = { name: string; description: string }

/** An entry as a client writes it. */
export type NewConsumption = Omit<Consumption, 'id' | 'meter' | 'audit'>
export type NewDelivery = Omit<Delivery, 'id' | 'meter' | 'audit'>
export type NewWasteData = Omit<WasteData, 'id' | 'meter' | 'audit'>

/** An account as someone writes it; the password only as a fingerprint. */
export type AccountChange = { details: AccountDetails; password?: string }

/** What a client answers to a request of a customer. */
export type Answer = { action: 'Accept' | 'Reject'; note?: string }

/** A detail as a client writes it; without a day it stands from today on. */
export type NewUseDetail = Pick<UseDetail, 'detail' | 'value' | 'units' | 'temporary'> & { currentAsOf?: string }
export type NewUse = { type: string; name: string; details: readonly NewUseDetail[] }

/** A detail with what the provider says of its value: filled in by itself, by someone else, or not needed. */
export type UseDetailView = DeepReadonly<UseDetail> & { default: 'Yes' | 'No' | 'N/A' }
export type PropertyUseView = { use: SeenPropertyUse; details: readonly UseDetailView[] }

/** An identifier with what the provider says of its type. */
export type IdentifierView = DeepReadonly<Identifier> & { type: IdentifierType }

/** What lies above a thing, down to the thing itself. Ids that do not apply are left out. */
export type HierarchyView = Partial<
  Record<'propertyId' | 'propertyUseId' | 'useDetailId' | 'meterId' | 'consumptionDataId' | 'wasteMeterDataId', string>
> & { owner: SeenAccount }

/** One page of a feed of changes. The keys are those of the neighbouring pages, where there are any. */
export type ChangedPage<Item> = { items: readonly Item[]; next?: string; previous?: string }

/** Which meters count towards a property's metrics, by kind; and the same as a client writes it, of some kinds only. */
export type AssociationsView = Record<
  Category,
  { meters: readonly MeterId[]; representation: DeepReadonly<Representation> }
>
export type NewAssociations = { [Kind in Category]?: { meters: readonly MeterId[]; representation?: Representation } }
