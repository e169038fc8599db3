import type { Look } from '../dialect/index.ts'
import type { ApplicationView, ClientLevelView, Seen, SeenRegistration } from '../views.ts'
import type { ClientId } from '../model/index.ts'
import { epochSeconds } from './pacific.ts'
import { applicationStatus, ownApplication, registrationOf } from './registration-lookup.ts'
import { registeredScope } from './scope.ts'
import { clientSecretOf, registrationTokenOf } from './secrets.ts'

/** A third party's registration by its own id; another's is refused. Source: PAGE, ApplicationInformation. */
export function readApplication(state: Seen, asked: { clientId: ClientId; id: string }, look: Look): ApplicationView {
  const registration = JSON.parse(JSON.stringify(ownApplication(state, asked))) as SeenRegistration
  return {
    registration,
    status: applicationStatus(registration, look.now),
    scope: registeredScope(registration, look.dialect),
    clientSecret: clientSecretOf(registration.clientId),
    registrationToken: registrationTokenOf(registration.clientId),
  }
}

/**
 * The authorizations of the client itself, before those of customers: its registration first, its bulk second. Their ids
 * are inferred. Source: PAGE, ApplicationInformation is found in the feed; CLIENT, one takes the second for the bulk.
 */
export function clientLevelViews(state: Seen, clientId: ClientId, { now, dialect }: Look): ClientLevelView[] {
  const registration = registrationOf(state, clientId)
  const { bulkId, applicationId, issuedAt } = registration
  const about = {
    clientId,
    bulkId,
    applicationId,
    issuedAt: epochSeconds(issuedAt),
    expiresAt: epochSeconds(now) + Number(dialect.clientTokenTtl),
    scope: registeredScope(registration, dialect),
  }
  return [
    { kind: 'application', id: applicationId, ...about },
    { kind: 'bulk', id: bulkId, ...about },
  ]
}
