import type { Look } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { DataKind, UsagePointId } from '../model/index.ts'
import type { Bearer, Seen, SeenConsent } from '../views/index.ts'
import { consentInForce } from './consent.ts'
import { holderOn } from './contracts.ts'
import { parisDay, parisInstant } from './paris.ts'
import { everything, mustBeUntroubled } from './service.ts'

/** What is asked for, by whom. */
export type Reading = { bearer: Bearer; usagePoint: UsagePointId; data: DataKind }

/**
 * The consent that lets an application read something of a usage point, judged anew at each call, or the refusal that
 * says why there is none. Source: SWAGGER, ADAM-DC-0007 and 0008; FAQ, consent is named data for a named period.
 */
export function mayRead(state: Seen, { bearer, usagePoint, data }: Reading, look: Look): SeenConsent {
  mustBeUntroubled(state, [usagePoint, bearer.api ?? everything, everything], look)
  const { clientId, usagePoints } = bearer
  const isBound = usagePoints !== null && !usagePoints.includes(usagePoint)
  const consent = isBound ? undefined : consentInForce(state, { clientId, usagePoint }, look.now)
  if (consent === undefined || consent.flaw === 'notFound') throw refuse.noConsent()
  if (consent.flaw === 'notOwner' || !isStillTheirs(state, consent, look)) throw notOwner(look)
  if (!consent.data.includes(data)) throw refuse.noConsent()
  return consent
}

/** That the caller does not hold a usage point is a status of its own since July 2026 (R7). Source: ISSUES. */
export function notOwner({ now, dialect }: Look): ReturnType<typeof refuse.notOwner> {
  const is400 =
    dialect.notOwnerStatus === 'byDate' ? now >= parisInstant('2026-07-01') : dialect.notOwnerStatus === '400'
  return is400 ? refuse.notOwnerSince2026() : refuse.notOwner()
}

function isStillTheirs(state: Seen, { usagePoint, customer }: SeenConsent, { now }: Look): boolean {
  const point = state.usagePoints[usagePoint]
  return point !== undefined && holderOn(point, parisDay(now)) === customer
}
