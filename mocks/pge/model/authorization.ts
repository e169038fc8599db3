import type { AuthorizationId, ClientId, CustomerId, DataGroup, Day, Instant, UsagePointId } from './ids.ts'

/** Who ended an authorization before its time, or what did. */
export const authorizationEnds = [
  'customer',
  'thirdParty',
  'replaced',
  'paper',
  'moved',
  'unlinked',
  'registrationRevoked',
  'registrationClosed',
] as const
export type AuthorizationEnd = (typeof authorizationEnds)[number]

/** What a customer allowed one third party. Whether it has ended is computed from the record and now. */
export type Authorization = {
  id: AuthorizationId
  clientId: ClientId
  customer: CustomerId
  agreements: UsagePointId[]
  /** Those registered and chosen on the day of authorization. */
  dataGroups: DataGroup[]
  historyMonths: number
  grantedAt: Instant
  /** The last day of access; null: indefinite. */
  endsOn: Day | null
  /** Only `online` gives a code and tokens; a paper form (CISR) and self-access open data to the client token. */
  how: 'online' | 'paper' | 'self'
  /** Access lasts until the instant told here, which may still be to come. */
  ended: null | { by: AuthorizationEnd; at: Instant; accessUntil: Instant }
  /** What the agenda holds for the end date, to be cancelled when the date moves. */
  endDue: string | null
  updatedAt: Instant
}

/** An authorization code. Test codes belong to no customer. */
export type Code = {
  clientId: ClientId
  authorization: AuthorizationId | null
  redirectUri: string
  expiresAt: Instant
  used: boolean
  test: boolean
}

export const tokenClasses = ['client', 'access', 'registration', 'refresh'] as const
/** Registration tokens are no records of their own: a registration has one. */
export type TokenClass = (typeof tokenClasses)[number]

/** A token, kept under its fingerprint. A refresh kills the refresh token used and the access token before it. */
export type Token = { clientId: ClientId; issuedAt: Instant; expiresAt: Instant; dead: boolean; test: boolean } & (
  | { class: 'client' }
  | { class: 'access'; authorization: AuthorizationId | null }
  | { class: 'refresh'; opens: 'access' | 'client'; authorization: AuthorizationId | null }
)

/** A browser that has logged in: a customer on the authorization pages, or a third party's person in the portal. */
export type Session = { startedAt: Instant; who: SessionOwner }
export type SessionOwner =
  { kind: 'customer'; customer: CustomerId; guest: boolean } | { kind: 'thirdParty'; clientId: ClientId }

/** What a customer has made up their mind to share; null leaves a choice to the page's own suggestion. */
export type Choices = { agreements: UsagePointId[] | null; dataGroups: DataGroup[] | null; endsOn: Day | null }
export type Decision = { customer: CustomerId; guest: boolean } & (
  { answer: 'approve'; choices: Choices } | { answer: 'cancel' }
)
