import type { ApiName } from './api.ts'
import type { ClientId, Instant, Members, Print, Siren } from './ids.ts'

export const environments = ['sandbox', 'production'] as const
export type Environment = (typeof environments)[number]

/** From the subscription form to the signed contract, without which nothing opens in production. */
export type Subscription = { status: 'requested'; at: Instant } | { status: 'signed'; at: Instant }

/** A legal entity that has subscribed to Data Connect: the party customers consent to. */
export type Entity = { siren: Siren; name: string; subscription: Subscription }

/** An application opens at once in the sandbox, and in production when Enedis has granted what was asked. */
export type ApplicationLife =
  { status: 'requested'; at: Instant } | { status: 'open'; since: Instant } | { status: 'closed'; at: Instant }

/** An application of an entity, in one environment: another environment means another application. */
export type Application = {
  clientId: ClientId
  /** Of which service of the datahub it is: who may manage it depends on that. */
  service: 'FDS' | 'other'
  secret: Print
  /** As customers see it on the consent page. */
  name: string
  entity: Siren
  environment: Environment
  redirectUri: string
  logoUri: string | null
  /** Those it has subscribed to; each one that is missing answers 900908. */
  apis: Members<ApiName>
  /** Since when a sandbox application has been seen to work, which a request for production needs. */
  validatedAt: Instant | null
  /** A production application is granted for one that was validated in the sandbox. */
  triedAs: ClientId | null
  life: ApplicationLife
}
