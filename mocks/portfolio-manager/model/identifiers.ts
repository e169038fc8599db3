import type { IdentifierId, MeterId, PropertyId } from './ids.ts'

/** What carries a number of somebody else's books. */
export type Identified = { property: PropertyId } | { meter: MeterId }

/** What a client writes: `type` is the number of one of the provider's identifier types. */
export type IdentifierDetails = { type: string; description?: string; value?: string }

/** An item's number in somebody else's books, such as a city's. */
export type Identifier = { id: IdentifierId; on: Identified; details: IdentifierDetails }
