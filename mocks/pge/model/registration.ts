import type { ApplicationId, BulkId, ClientId, CustomerId, DataGroup, Instant, Print } from './ids.ts'

export const userTypes = ['standard', 'eef', 'selfAccess', 'cca'] as const
export type UserType = (typeof userTypes)[number]
export const historyLengths = [24, 36, 48] as const
/** Months of history that come with an authorization. */
export type HistoryMonths = (typeof historyLengths)[number]

/**
 * The life of a registration. What merely runs out is computed from it and now: an e-mail link unused after five days,
 * tests not passed after ninety.
 */
export type RegistrationLife =
  | { status: 'registered'; confirmBy: Instant }
  | { status: 'confirmed' }
  | { status: 'accepted'; testsUntil: Instant }
  | { status: 'inReview'; since: Instant }
  | { status: 'approved'; since: Instant }
  | { status: 'onHold'; since: Instant }
  | { status: 'revoked'; at: Instant }
  | { status: 'closed'; at: Instant }

/** The three tests a third party passes before review, in the portal's order. */
export const milestones = ['connectivity', 'oauth', 'applicationInformation'] as const
export type Milestone = (typeof milestones)[number]

/**
 * A client certificate as the portal knows it: by the SHA-256 of its DER in lower-case hex, or, for those minted on
 * this machine with keys nobody can foretell, by the common name of its subject.
 */
export type Certificate = { by: 'fingerprint' | 'commonName'; value: string; uploadedAt: Instant }

export type Company = {
  name: string
  /** Shown to customers; unique across registrations. */
  displayName: string
  /** Nine digits. Registrations of one EIN are one vendor, which limits count together. */
  ein: string
  phone: string
  /** Gets the confirmation link. */
  businessContact: string
  technicalContact: string
}

/** A third party's registration. The client secret and the registration token follow from the client id. */
export type Registration = {
  clientId: ClientId
  secret: Print
  registrationToken: Print
  bulkId: BulkId
  applicationId: ApplicationId
  userType: UserType
  company: Company
  /** Of the portal; its user is the business contact. */
  portalPassword: Print
  /** Standard and EEF have both addresses; the others need neither. */
  redirectUri: string | null
  portalUri: string | null
  notifyUri: string | null
  certificate: Certificate | null
  /** Uploaded in the portal, applied by PG&E days later. */
  nextCertificate: (Certificate & { due: string }) | null
  /** Data groups and history bind authorizations to come; those given keep what they were given with. */
  dataGroups: DataGroup[]
  historyMonths: HistoryMonths
  /** "Notify me as data is ready": a package every evening. */
  notifyMe: boolean
  visible: boolean
  /** Self-access: whose agreements these are. */
  ownCustomer: CustomerId | null
  /** CCA: the cities it serves; null for all of PG&E's territory. */
  territory: string[] | null
  life: RegistrationLife
  tests: Record<Milestone, Instant | null>
  issuedAt: Instant
}
