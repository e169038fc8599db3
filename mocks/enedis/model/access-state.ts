import type { Generation } from './api.ts'
import type { Application, Entity } from './application.ts'
import type { Code, Consent, Decision, Session, Token } from './consent.ts'
import type {
  AuthorisationId,
  ClientId,
  ConsentId,
  CustomerId,
  Instant,
  Members,
  Print,
  Siren,
  UsagePointId,
} from './ids.ts'
import type { PartyId } from './sge/ids.ts'

/** Who may read what, and who is who: everything that is remembered but the meters. */
export type AccessState = {
  /** The integrator's own application in production. */
  you: ClientId
  /** Whom and what a scenario calls by which name. Usage points are named alone and with their customer. */
  names: {
    application: Record<string, ClientId>
    customer: Record<string, CustomerId>
    usagePoint: Record<string, UsagePointId>
    party: Record<string, PartyId>
  }
  /** Accounts at mon-compte-particulier; a customer without one consents to nothing online. */
  logins: Record<CustomerId, { username: string; password: Print }>
  entities: Record<Siren, Entity>
  applications: Record<ClientId, Application>
  consents: Record<ConsentId, Consent>
  codes: Record<Print, Code>
  tokens: Record<Print, Token>
  sessions: Record<Print, Session>
  /** What is done at the consent page of production; null while a person answers there. */
  decision: Decision | null
  service: Service
  settings: Timings
  index: AccessIndexes
}

/** Which generations answer, and how the platform is. */
export type Service = {
  generations: Record<Generation, boolean>
  /** By what it concerns: a usage point, an API, or `*` for everything. */
  troubles: Record<string, Trouble>
}

/** A refusal that is answered in place of the right answer, to the end of which nobody need wait. */
export type Trouble = { refusal: string; since: Instant; until: Instant | null }

/** How long things take at Enedis, as durations. */
export type Timings = {
  /** From the end of a consent to the moment calls notice. */
  revocationDelay: string
  /** From a consent to the moment calls find it. */
  consentDelay: string
  /** From a consent to the moment subscribed_services lists its services. */
  servicesDelay: string
}

export type AccessIndexes = {
  /** Consents of one application on one usage point, in order; under `clientId/usagePoint`. */
  consentsOn: Record<string, Members<ConsentId>>
  consentsOf: Record<ClientId, Members<ConsentId>>
  consentsBy: Record<CustomerId, Members<ConsentId>>
  byAuthorisation: Record<AuthorisationId, Members<ConsentId>>
  byUsername: Record<string, CustomerId>
}
