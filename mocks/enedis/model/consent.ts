import type { DataKind } from './api.ts'
import type { AuthorisationId, ClientId, ConsentId, CustomerId, Day, Instant, UsagePointId } from './ids.ts'

/** The page a consent was given on: v1 redirects with a code and usage points, v2 with an authorisation. */
export const consentPages = ['v1', 'v2'] as const
export type ConsentPage = (typeof consentPages)[number]

/** Who ended a consent before its time, or what did. */
export const consentEnds = ['customer', 'replaced', 'enedis', 'applicationClosed'] as const
export type ConsentEnd = (typeof consentEnds)[number]

/** What goes wrong at Enedis with a consent that its page shows as valid: calls find another holder, or none. */
export const consentFlaws = ['notOwner', 'notFound'] as const
export type ConsentFlaw = (typeof consentFlaws)[number]

/** What a customer allowed one application to read of one usage point. Expiry is computed from the record and now. */
export type Consent = {
  id: ConsentId
  authorisationId: AuthorisationId
  clientId: ClientId
  usagePoint: UsagePointId
  customer: CustomerId
  page: ConsentPage
  data: DataKind[]
  grantedAt: Instant
  expiresAt: Instant
  /** From when calls find it: at once, or once it has gone round at Enedis. */
  opensAt: Instant
  /** Data before this day is not part of it; null: all the history there is. */
  dataFrom: Day | null
  /** Calls are answered until `stopsAt`, which may come hours after the end. */
  ended: null | { by: ConsentEnd; at: Instant; stopsAt: Instant }
  flaw: ConsentFlaw | null
}

/** An authorization code of the v1 page: good for 180 seconds, once. */
export type Code = {
  clientId: ClientId
  usagePoints: UsagePointId[]
  expiresAt: Instant
  used: boolean
}

/** A token, kept under its fingerprint. One of v4 opens the usage points of its consent and no others. */
export type Token = { clientId: ClientId; issuedAt: Instant; expiresAt: Instant; dead: boolean } & (
  | { class: 'client' }
  | { class: 'access'; usagePoints: UsagePointId[] }
  | { class: 'refresh'; usagePoints: UsagePointId[]; uses: number }
)

/** A browser that has logged in at mon-compte-particulier. */
export type Session = { startedAt: Instant; customer: CustomerId }

/** In which way the consent page fails. */
export const pageFailures = [
  'serverError',
  'malformed',
  'notCompleted',
  'notFound',
  'internalError',
  'unavailable',
  'noRedirect',
] as const
export type PageFailure = (typeof pageFailures)[number]

/** What a scenario's customer does when a browser next meets the consent page, or what the page does to them. */
export type Decision =
  | {
      answer: 'accept'
      customer: CustomerId
      /** Null: all they hold on the v1 page, their first on that of v2. */
      usagePoints: UsagePointId[] | null
      /** How long after, as a duration, they change their mind; null: they do not. */
      revokeAfter: string | null
    }
  | { answer: 'refuse'; withState: boolean }
  | { answer: 'fail'; how: PageFailure; usagePoint: UsagePointId | null }
