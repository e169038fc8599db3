import type { EnedisHouse } from '../dialect/index.ts'
import { alert, refuse } from '../errors/index.ts'
import type { Consent, CustomerId, Decision, State, UsagePointId } from '../model/index.ts'
import type { ConsentRequest, Outcome, Seen } from '../views/index.ts'
import { issueCode } from './code.ts'
import { consentShared } from './consent.ts'
import { fictitiousClient } from './fictitious.ts'
import { endOfConsent } from './duration.ts'
import { end, grant } from './grant.ts'
import { acceptedOnV1, acceptedOnV2, failed, failedMalformed, notCompleted, refused } from './redirect.ts'
import { usagePointsHeld } from './holder.ts'

type Accepting = { request: ConsentRequest; customer: CustomerId; usagePoints: readonly UsagePointId[] }

/** The customer accepts; the answer is where the browser goes, unless what is shared already is shared again. */
export function accept(state: State, { request, customer, usagePoints }: Accepting, house: EnedisHouse): Outcome {
  const chosen = chosenOn(request, usagePoints)
  if (isSharedAlready(state, { request, chosen }, house)) return { stay: 'alreadyShared' }
  return { go: shared(state, { request, customer, usagePoints: chosen }, house).go }
}

/** Answers a page of the sandbox, which nobody sees: the last digit of `state` says who answers, and how. */
export function answerInSandbox(state: State, { request }: { request: ConsentRequest }, house: EnedisHouse): Outcome {
  const { digit, customer, usagePoints } = fictitiousClient(state, request.state)
  const mayRefuse = house.dialect.sandboxRefusals === 'on'
  if (usagePoints.length === 0 || (digit === 9 && mayRefuse))
    return { go: refused(request, { withState: true }, house) }
  const chosen = request.page === 'v2' ? oneOf(state, { request, usagePoints }, house) : usagePoints
  const { go, consents } = shared(state, { request, customer, usagePoints: chosen }, house)
  if (digit === 8 && mayRefuse) for (const { id } of consents) end(state, { id, by: 'customer' }, house)
  return { go }
}

/** Who has several usage points shares one after the other on the page of 2026. Which comes first is inferred. */
function oneOf(
  state: Seen,
  { request: { clientId }, usagePoints }: { request: ConsentRequest; usagePoints: readonly UsagePointId[] },
  { now }: EnedisHouse,
): readonly UsagePointId[] {
  const isNew = (usagePoint: UsagePointId) => consentShared(state, { clientId, usagePoint }, now) === undefined
  const fresh = usagePoints.filter(isNew)
  return (fresh.length > 0 ? fresh : usagePoints).slice(0, 1)
}

/** Answers the page as the story says; undefined: it says nothing, and a person answers. */
export function answerAsDecided(
  state: State,
  { request }: { request: ConsentRequest },
  house: EnedisHouse,
): Outcome | undefined {
  const { decision } = state
  if (decision === null) return undefined
  if (decision.answer === 'refuse') return { go: refused(request, decision, house) }
  if (decision.answer === 'fail') return pageFails(request, decision)
  const { customer, usagePoints, revokeAfter } = decision
  const offered = usagePoints ?? usagePointsHeld(state, customer, house.now)
  const chosen = usagePoints === null && request.page === 'v2' ? offered.slice(0, 1) : offered
  const outcome = accept(state, { request, customer, usagePoints: chosen }, house)
  if (revokeAfter !== null && 'go' in outcome) {
    house.later(revokeAfter, 'utility.changeMind', { customer, clientId: request.clientId })
  }
  return outcome
}

function pageFails(request: ConsentRequest, { how, usagePoint }: Extract<Decision, { answer: 'fail' }>): Outcome {
  switch (how) {
    case 'serverError':
      return { go: failed(request) }
    case 'malformed':
      return { go: failedMalformed(request, usagePoint) }
    case 'notCompleted':
      return { go: notCompleted(request) }
    case 'noRedirect':
      return { stay: 'noRedirect' }
    case 'notFound':
      throw refuse.consentPageMissing()
    case 'internalError':
      throw refuse.consentPageFailed()
    case 'unavailable':
      throw refuse.consentPageUnavailable()
  }
}

/** One usage point on the page of 2026. Source: CAPTURE, one consent covers one. */
function chosenOn({ page }: ConsentRequest, usagePoints: readonly UsagePointId[]): readonly UsagePointId[] {
  if (usagePoints.length === 0) throw alert.chooseUsagePoint()
  if (page === 'v2' && usagePoints.length > 1) throw alert.oneUsagePoint()
  return usagePoints
}

/** Source: CAPTURE, v2: to share what is shared fails on Enedis's page, without a redirect. */
function isSharedAlready(
  state: Seen,
  { request: { page, clientId }, chosen }: { request: ConsentRequest; chosen: readonly UsagePointId[] },
  { now }: EnedisHouse,
): boolean {
  return page === 'v2' && chosen.some((usagePoint) => consentShared(state, { clientId, usagePoint }, now) !== undefined)
}

function shared(
  state: State,
  { request, customer, usagePoints }: Accepting,
  house: EnedisHouse,
): { go: string; consents: Consent[] } {
  const { clientId, page, duration } = request
  const expiresAt = endOfConsent(house.now, duration)
  const consents = usagePoints.map((usagePoint) =>
    grant(state, { clientId, customer, usagePoint, page, expiresAt }, house),
  )
  const [first] = consents
  if (page === 'v2' && first) return { go: acceptedOnV2(request, { id: first.authorisationId }), consents }
  const code = issueCode(state, { clientId, usagePoints: [...usagePoints] }, house)
  return { go: acceptedOnV1(request, { code, usagePoints }, house), consents }
}
