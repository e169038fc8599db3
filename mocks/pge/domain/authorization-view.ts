import type { Look } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { AuthorizationId, ClientId, Instant } from '../model/index.ts'
import type { AuthorizationView, Bearer, Period, Seen, SeenAuthorization } from '../views.ts'
import { accessUntil, authorizationOf, authorizationsOf, isOver } from './authorization.ts'
import { idsIn } from './members.ts'
import { epochSeconds } from './pacific.ts'
import { historySeconds, scopeOf } from './scope.ts'

/** The last second of the year 9999, as far as a date goes. Source: WIRE, 2015. */
const farFuture = 253_402_300_799

/** An authorization as a client reads it; the ended one too, with status 0. Source: XSD; WIRE, the two periods. */
export function viewOf(state: Seen, authorization: SeenAuthorization, look: Look): AuthorizationView {
  const authorizedPeriod = periodOf(authorization, look)
  const history = historySeconds(authorization.historyMonths)
  const { start, duration } = authorizedPeriod
  return {
    authorization,
    authorizedPeriod,
    publishedPeriod: { start: start - history, duration: duration === 0 ? 0 : duration + history },
    status: isOver(authorization, look.now) ? 0 : 1,
    expiresAt: epochSeconds(tokenExpiry(state, authorization)),
    scope: scopeOf(state, authorization, look.dialect),
  }
}

/** All authorizations of a third party, the ended ones too, in the order they were given. */
export function listAuthorizations(state: Seen, clientId: ClientId, look: Look): AuthorizationView[] {
  return authorizationsOf(state, clientId).map((one) => viewOf(state, one, look))
}

/** One authorization of a third party; another's is refused, and nobody's is not found. */
export function readAuthorization(
  state: Seen,
  { bearer, id }: { bearer: Pick<Bearer, 'clientId'>; id: string },
  look: Look,
): AuthorizationView {
  return viewOf(state, ownAuthorization(state, { bearer, id }), look)
}

/** The authorization of an id as it came in, if it is the caller's. */
export function ownAuthorization(
  state: Seen,
  { bearer, id }: { bearer: Pick<Bearer, 'clientId'>; id: string },
): SeenAuthorization {
  if (!Object.hasOwn(state.authorizations, id)) throw refuse.notFound()
  const authorization: SeenAuthorization = authorizationOf(state, id as AuthorizationId)
  if (authorization.clientId !== bearer.clientId) throw refuse.notYours()
  return authorization
}

/** Indefinite authorizations have a duration of 0 (XSD), or one into the far future (A12). */
function periodOf(authorization: SeenAuthorization, { dialect }: Look): Period {
  const start = epochSeconds(authorization.grantedAt)
  const until = accessUntil(authorization)
  if (until !== null) return { start, duration: epochSeconds(until) - start }
  return { start, duration: dialect.indefinite === 'zero' ? 0 : farFuture - start }
}

/** Of the living access token; an authorization without tokens tells when access ends. */
function tokenExpiry(state: Seen, authorization: SeenAuthorization): Instant {
  const tokens = idsIn(state.index.tokensOf[authorization.id]).map((print) => state.tokens[print])
  const access = tokens.find((token) => token?.class === 'access')
  return access?.expiresAt ?? accessUntil(authorization) ?? authorization.grantedAt
}
