import type { Members } from '../ids.ts'
import type { ContratId, PartyId } from './ids.ts'

/** Who people are on the datahub. Source: FAQ, roles of the datahub. */
export const contactRoles = ['technical', 'contractual', 'legalRepresentative'] as const
export type ContactRole = (typeof contactRoles)[number]

/** Somebody of an entity on the datahub, known by the name the story gives them. */
export type Contact = {
  name: string
  role: ContactRole
  /** The entity they belong to; null: they belong to none yet. */
  entity: PartyId | null
  /** The contracts they may see. */
  authorisedOn: Members<ContratId>
  profile: { email: string; phone: string | null }
}
