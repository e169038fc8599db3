import type { Brand } from '../../../src/ground/brand.ts'

/** What PG&E's Share My Data remembers. Ids are kept as strings, as they stand in paths. */
export type ClientId = Brand<'ClientId'>
/** SubscriptionID = AuthorizationID = RetailCustomerID: 5 to 7 digits. */
export type AuthorizationId = Brand<'AuthorizationId'>
/** 5 digits. */
export type BulkId = Brand<'BulkId'>
/** ApplicationInformationID: a UUID. */
export type ApplicationId = Brand<'ApplicationId'>
/** UsagePointID = CustomerAgreement id, the "SA UUID": 10 digits. */
export type UsagePointId = Brand<'UsagePointId'>
export type CustomerId = Brand<'CustomerId'>
export type MeterId = Brand<'MeterId'>
export type CorrelationId = Brand<'CorrelationId'>

/** A secret as we keep it: its fingerprint, which compares and cannot be used. */
export type Print = string
/** An instant of the world, ISO 8601 in UTC with milliseconds. */
export type Instant = string
/** A Pacific calendar day, `YYYY-MM-DD`. */
export type Day = string

/** A set of ids. State is a JSON tree, and a change of one member must cost one key. */
export type Members<Id extends string> = Record<Id, true>

export type Commodity = 'electric' | 'gas'

/** What a customer may share, in PG&E's words. The order is that of the scope string. */
export const dataGroups = ['Usage', 'Billing', 'Basic', 'Account', 'ProgramEnrollment'] as const
export type DataGroup = (typeof dataGroups)[number]

export type Address = { street: string; city: string; state: string; zip: string }
