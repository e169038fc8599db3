import type { AuthorizationId, ClientId, Commodity, CorrelationId, Instant, MeterId } from './ids.ts'

/** A resolved window: of readings by the time they measure, or of changes by when they were made. */
export type Window = { by: 'published' | 'updated'; from: Instant; to: Instant }

export const packageKinds = ['subscription', 'bulk', 'bulkCustomers', 'bulkPrograms'] as const
/** What is prepared asynchronously; rows 15, 16, 18 and 20 of the endpoints. */
export type PackageKind = (typeof packageKinds)[number]

/** A prepared feed, fetched by its correlation id, which is unknown to the client before the notice. */
export type Package = {
  correlationId: CorrelationId
  kind: PackageKind
  clientId: ClientId
  /** Subscription packages belong to one. */
  authorization: AuthorizationId | null
  /** Usage packages hold one commodity; null for customer and program packages. */
  commodity: Commodity | null
  /** Null for customer and program packages, which are snapshots. */
  window: Window | null
  /** Of the evening: what was published or changed since the evening before. */
  daily: boolean
  /** When packaging started; feeds date their first entry by it. */
  askedAt: Instant
  readyAt: Instant
  /** The client's own value of the x-transaction header, or PG&E's. */
  transactionId: string
}

/** What differs from the computed readings from a moment on: a value corrected, estimated or missing. */
export type Correction = {
  meter: MeterId
  flow: 1 | 4 | 19
  startsAt: Instant
  /** Null: the interval is missing. */
  value: number | null
  quality: number
  at: Instant
}
