import type { Brand } from '../../../../src/ground/brand.ts'

/** A market party by its EIC. */
export type PartyId = Brand<'PartyId'>
/** Somebody at a party: an address of electronic mail, in small letters. */
export type Login = Brand<'Login'>
/** The number of a contract between a party and Enedis: one to fifteen characters. */
export type ContratId = Brand<'ContratId'>
/** The number of an order: eight digits and capitals. */
export type AffaireId = Brand<'AffaireId'>
/** The number of a service that a party subscribes to on a point. */
export type ServiceSouscritId = Brand<'ServiceSouscritId'>
