import type { DeepReadonly } from '../../../src/ground/store/index.ts'
import type { ApiName, Generation } from '../model/api.ts'
import type { Application, Entity, Environment } from '../model/application.ts'
import type { Consent, ConsentPage } from '../model/consent.ts'
import type { ClientId, Siren, UsagePointId } from '../model/ids.ts'
import type { State } from '../model/state.ts'

/** What Enedis remembers, for those who only read. */
export type Seen = DeepReadonly<State>
export type SeenApplication = DeepReadonly<Application>
export type SeenEntity = DeepReadonly<Entity>
export type SeenConsent = DeepReadonly<Consent>

/** Who calls an API with a token. */
export type Bearer = {
  clientId: ClientId
  entity: Siren
  environment: Environment
  /** Null where no API is called: at the token endpoints. */
  api: ApiName | null
  generation: Generation | null
  /** What a token of v4 opens; null for one that is bound to no usage point. */
  usagePoints: readonly UsagePointId[] | null
}

/** A request that may be shown to the customer. */
export type ConsentRequest = {
  clientId: ClientId
  environment: Environment
  page: ConsentPage
  redirectUri: string
  state: string | undefined
  /** ISO 8601, as the application asked. */
  duration: string
}

/** Where a browser is sent, or what it is shown instead. */
export type Outcome = { go: string } | { stay: 'alreadyShared' | 'noRedirect' }

/** What a token says of its application; times in seconds since 1970. */
export type TokenClaims = Readonly<Record<string, unknown>> & { iat: number; exp: number; jti: string }

/** What the token endpoint of v4 hands out. */
export type CodeGrant = {
  accessToken: string
  refreshToken: string
  expiresInSeconds: number
  issuedAt: string
  refreshTokenIssuedAt: string
  usagePoints: readonly UsagePointId[]
  refreshCount: number
}

/** A consent as its customer sees it. */
export type ShareView = {
  id: string
  application: string
  usagePoint: UsagePointId
  place: string
  since: string
  until: string
}
