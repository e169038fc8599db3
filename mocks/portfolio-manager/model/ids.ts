import type { Brand } from '../../../src/ground/brand.ts'

/** What Portfolio Manager remembers. Ids are decimal numbers kept as strings, as they stand in paths. */
export type AccountId = Brand<'AccountId'>
export type PropertyId = Brand<'PropertyId'>
export type MeterId = Brand<'MeterId'>
export type ConsumptionId = Brand<'ConsumptionId'>
export type WasteDataId = Brand<'WasteDataId'>
export type PropertyUseId = Brand<'PropertyUseId'>
export type UseDetailId = Brand<'UseDetailId'>
export type IdentifierId = Brand<'IdentifierId'>
export type CustomFieldId = Brand<'CustomFieldId'>
export type NotificationId = Brand<'NotificationId'>
export type TransferId = Brand<'TransferId'>

/** An instant of the world, ISO 8601 in UTC with milliseconds; the wire spells it in US Eastern time. */
export type Instant = string
/** A calendar day, `YYYY-MM-DD`. */
export type Day = string
/** A calendar month, `YYYY-MM`. */
export type Month = string

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
