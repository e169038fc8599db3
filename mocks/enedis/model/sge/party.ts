import type { Instant } from '../ids.ts'
import type { AffaireId, ContratId, Login, PartyId } from './ids.ts'
import type { SgePackage } from './packages.ts'

/** The way to the web services, in order. Source: FAQ, homologation. */
export const homologationSteps = [
  'entityCreated',
  'entityReplicated',
  'meetingHeld',
  'kitSent',
  'certificateReceived',
  'accessOpened',
] as const
export type HomologationStep = (typeof homologationSteps)[number]

/** A market party that calls the web services: an entity of Enedis's own information system. */
export type Party = {
  /** Its EIC, sixteen characters, which names files that it gets. */
  id: PartyId
  name: string
  /** The SIREN, by which customers' authorisations name it. */
  siren: string
  /** The certificate that its programs show, which Enedis knows once it has received it. */
  certificate: PartyCertificate
  /** How far it has come; null: nobody has created it yet, and its users are unknown. */
  reached: HomologationStep | null
  /** Packages that it may call in production, and since when. */
  granted: Partial<Record<SgePackage, Instant>>
}

/** By the SHA-256 of its DER in lower-case hex, or, for those that are minted here, by its common name. */
export type PartyCertificate = { by: 'fingerprint' | 'commonName'; value: string }

/** Somebody's login at a party: an address of electronic mail. Before it opens it is unknown. */
export type User = { login: Login; party: PartyId; opensAt: Instant }

/** A contract of a party with Enedis for data, and the channel on which its files arrive. */
export type ServiceContract = {
  id: ContratId
  party: PartyId
  /** FDS contracts are looked after on the datahub, others are not. Source: FAQ, roles of the datahub. */
  kind: 'FDS' | 'other'
  state: 'active' | 'ended'
  /** Where files go: `folder:`, `sftp://…` or `ftp://…`; null: they stay in the outbox. */
  channel: string | null
  /** What the annex on information systems says, where somebody has filled it in. */
  siAnnex: { sourceAddress: string; technicalEmail: string } | null
  /** Named in annex 2: who may create users. The first of them is the main one. */
  habilitateurs: { name: string; login: Login }[]
}

/** What a request was told, by all that makes it identical to another: of use for half an hour. */
export type RecentRequest = { at: Instant; affaire: AffaireId | null }
