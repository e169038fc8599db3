import type {
  AccessLevel,
  Account,
  Connection,
  Consumption,
  Delivery,
  Meter,
  MeterShare,
  Property,
  PropertyShare,
} from './model.ts'

/** One page of a list, with the numbers of its neighbours. Pages count from 1. */
export type Page<Item> = { items: Item[]; page: number; next?: number; previous?: number }

/** A link in a response: a thing the client may now fetch. `link` is relative to the base path. */
export type Link = { id?: string; hint?: string; linkDescription: string; link: string; httpMethod: string }

/** A share as the client sees it: always under the present owner's account, whoever made it. */
export type PendingAccount = { account: Account; connection: Connection }
export type PendingProperty = { property: Property; owner: Account; share: PropertyShare }
export type PendingMeter = { meter: Meter; property: Property; owner: Account; share: MeterShare }

/** An item with the level at which the caller holds it. */
export type PropertyView = { property: Property; accessLevel: AccessLevel }
export type MeterView = { meter: Meter; accessLevel: AccessLevel }

/** A person as other accounts may see them. */
export type CustomerView = { account: Account }

/** The entries of one meter, one page of them. */
export type MeterData =
  { kind: 'consumption'; entries: Page<Consumption> } | { kind: 'delivery'; entries: Page<Delivery> }

/** What a client answers to a request of a customer. */
export type Answer = { action: 'Accept' | 'Reject'; note?: string }
