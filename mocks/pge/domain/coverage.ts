import type { AuthorizationId, ClientId, DataGroup, Instant, UsagePointId } from '../model/index.ts'
import type { Coverage, Seen, SeenAuthorization, SeenRegistration } from '../views.ts'
import { accessUntil, authorizationOf, authorizationsOf, isOver } from './authorization.ts'
import { epochSeconds, secondsLater } from './pacific.ts'
import { registrationOf } from './registration-lookup.ts'
import { historySeconds } from './scope.ts'

/** Corrections still come for three years after access ended. Source: PAGE, corrections. */
const correctionsLast = 3 * 365 * 86_400
/** What a community's contract opens. Source: PAGE, Community Choice Aggregators. */
const communityGroups = ['Usage', 'Billing', 'Basic', 'Account'] as const

/** What one authorization opens of its agreements: history counts from the day it was given. Source: PAGE, history. */
export function subscriptionCoverage(state: Seen, id: AuthorizationId, now: Instant): Coverage[] {
  return coverageOf(authorizationOf(state, id), now)
}

/**
 * What a third party's bulk covers: every standing authorization, and, of those that ended in the last three years,
 * corrections. A community has its whole territory without anyone's authorization. Source: PAGE, bulk and corrections.
 */
export function bulkCoverage(state: Seen, clientId: ClientId, now: Instant): Coverage[] {
  const registration = registrationOf(state, clientId)
  if (registration.userType === 'cca') return territory(state, registration, now)
  return authorizationsOf(state, clientId).flatMap((one) => (isForgotten(one, now) ? [] : coverageOf(one, now)))
}

/** Whether a third party may see a kind of data of one agreement at all. */
export function mayShow({ groups }: Coverage, ...wanted: DataGroup[]): boolean {
  return wanted.some((group) => groups.includes(group))
}

function coverageOf(authorization: SeenAuthorization, now: Instant): Coverage[] {
  const { id, agreements, dataGroups: groups, grantedAt, historyMonths } = authorization
  const from = secondsLater(grantedAt, -historySeconds(historyMonths))
  const until = accessUntil(authorization)
  const correctionsOnly = isOver(authorization, now)
  return agreements.map((agreement) => ({ agreement, groups, from, until, correctionsOnly, authorization: id }))
}

function territory(state: Seen, { territory, historyMonths }: SeenRegistration, now: Instant): Coverage[] {
  const served = Object.values(state.agreements).filter(
    ({ address, status }) => status.kind !== 'ended' && (territory === null || territory.includes(address.city)),
  )
  const from = secondsLater(now, -historySeconds(historyMonths))
  return served.map(({ id }) => community(id, from))
}

function community(agreement: UsagePointId, from: Instant): Coverage {
  return { agreement, groups: communityGroups, from, until: null, correctionsOnly: false, authorization: null }
}

function isForgotten(authorization: SeenAuthorization, now: Instant): boolean {
  const until = accessUntil(authorization)
  return until !== null && epochSeconds(now) >= epochSeconds(until) + correctionsLast
}
