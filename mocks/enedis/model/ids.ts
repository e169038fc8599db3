import type { Brand } from '../../../src/ground/brand.ts'

/** A usage point's number, the PRM: 14 digits, kept as text, for it may begin with 0. */
export type UsagePointId = Brand<'UsagePointId'>
/** Who holds the contract of a usage point. */
export type CustomerId = Brand<'CustomerId'>
/** An application, as it calls itself to get a token. */
export type ClientId = Brand<'ClientId'>
/** The legal entity that consents are given to and that quotas are counted for: nine digits. */
export type Siren = Brand<'Siren'>
/** What a customer has allowed one application to read of one usage point. */
export type ConsentId = Brand<'ConsentId'>
/** The whole number by which a client of 2026 asks which usage point a consent is about. */
export type AuthorisationId = Brand<'AuthorisationId'>

/** A secret as we keep it: its fingerprint, which compares and cannot be used. */
export type Print = string
/** An instant of the world, ISO 8601 in UTC with milliseconds. */
export type Instant = string
/** A calendar day in Paris, `YYYY-MM-DD`. */
export type Day = string

/** A set of ids. State is a JSON tree, and a change of one member must cost one key. */
export type Members<Id extends string> = Record<Id, true>
