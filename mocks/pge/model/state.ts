import type { Authorization, Code, Decision, Session, Token } from './authorization.ts'
import type { Agreement, Customer, Meter } from './customer.ts'
import type { Correction, Package } from './data.ts'
import type {
  ApplicationId,
  AuthorizationId,
  BulkId,
  ClientId,
  CorrelationId,
  CustomerId,
  Day,
  Instant,
  Members,
  MeterId,
  Print,
  UsagePointId,
} from './ids.ts'
import type { Registration } from './registration.ts'

export type State = {
  /** The integrator's own registration. */
  you: ClientId
  /** Whom and what a scenario calls by which name. Meters are named alone and with their agreement. */
  names: {
    thirdParty: Record<string, ClientId>
    customer: Record<string, CustomerId>
    agreement: Record<string, UsagePointId>
    meter: Record<string, MeterId>
  }
  registrations: Record<ClientId, Registration>
  customers: Record<CustomerId, Customer>
  agreements: Record<UsagePointId, Agreement>
  meters: Record<MeterId, Meter>
  authorizations: Record<AuthorizationId, Authorization>
  codes: Record<Print, Code>
  tokens: Record<Print, Token>
  packages: Record<CorrelationId, Package>
  corrections: Record<string, Correction>
  sessions: Record<Print, Session>
  /** What a customer does when a browser next meets the authorization page; null: a person answers there. */
  decision: Decision | null
  service: { status: 'up' } | { status: 'down'; since: Instant }
  settings: Timings
  /** What the agenda holds for this evening's packages; null while nobody wants any. */
  dailyDue: string | null
  index: Indexes
}

/** How long PG&E takes, and when. Times of day are Pacific, `HH:MM`. */
export type Timings = {
  /** From an asynchronous request to its notice. */
  packagingDelay: string
  /** How long a prepared package can be fetched. */
  packageLife: string
  dailyPackageAt: string
  /** When the readings of the day before are published. */
  publishAt: string
  /** From a certificate's upload in the portal to its use. */
  certificateDelay: string
}

export type Indexes = {
  authorizationsOf: Record<ClientId, Members<AuthorizationId>>
  authorizationsBy: Record<CustomerId, Members<AuthorizationId>>
  authorizationsOn: Record<UsagePointId, Members<AuthorizationId>>
  /** Living access and refresh tokens of an authorization, or of a client that tests. */
  tokensOf: Record<AuthorizationId | ClientId, Members<Print>>
  byRegistrationToken: Record<Print, ClientId>
  byBulkId: Record<BulkId, ClientId>
  byApplicationId: Record<ApplicationId, ClientId>
  byDisplayName: Record<string, ClientId>
  byUsername: Record<string, CustomerId>
  byAccountNumber: Record<string, CustomerId>
  correctionsOf: Record<MeterId, Members<string>>
  /** Corrections by the day they were made, for updated-min and updated-max. */
  changedOn: Record<Day, Members<string>>
}
