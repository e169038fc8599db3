import { check, type Check } from '../../check.ts'
import { strangersOwn } from '../../stranger.ts'
import type { Evidence } from '../../evidence.ts'
import {
  backOf,
  dueAt,
  callsIn,
  autorisationIn,
  givenOf,
  inTheEnd,
  isForMeasures,
  isRefusal,
  isTroubled,
  listed,
  nextSync,
  sentOf,
  servicesTold,
  servingCalls,
  visitsOf,
  type Call,
} from './facts/index.ts'
import { turnOf, type Turn } from '../../evidence.ts'

/** Shorter ones can be guessed, longer ones are refused. */
const [leastState, mostState] = [8, 100]
const badRequests = ['clientIdMissing', 'applicationUnknown', 'responseTypeMissing', 'responseTypeInvalid']
const badDurations = ['durationMissing', 'durationMalformed', 'durationTooLong']

const wellFormed = check({
  id: 'enedis-data-connect/consent/well-formed-request',
  title: 'sends customers to the consent page with its client_id and response_type=code',
  requirement: 'DC-CONSENT-1',
  level: 'must',
  remedy:
    'Ask with client_id, response_type=code, duration and state; leave redirect_uri out, or send the registered one.',
  when: sentOf,
  then: (_, { call, page }) => {
    const holds = page !== undefined && ![...badRequests, 'redirectUriMismatch'].includes(call.refusal ?? '')
    const why = call.entry.refusal?.says ?? ''
    return [{ holds, says: `The page ${holds ? 'took' : 'refused'} the request of the client. ${why}`, rests: [call] }]
  },
})

const duration = check({
  id: 'enedis-data-connect/consent/duration',
  title: 'asks for a consent of at most three years, as an ISO 8601 duration',
  requirement: 'DC-CONSENT-2',
  level: 'must',
  remedy: 'Send duration=P1Y, P6M or the like, and no more than P3Y.',
  when: sentOf,
  then: (_, sent) => {
    const holds = !badDurations.includes(sent.call.refusal ?? '')
    return [{ holds, says: `The client asked for a consent of ${sent.duration ?? 'no duration'}.`, rests: [sent.call] }]
  },
})

const ownState = check({
  id: 'enedis-data-connect/consent/own-state',
  title: 'sends each browser with a state of its own, which nobody can guess',
  requirement: 'DC-CONSENT-3',
  level: 'must',
  remedy:
    'Make a random state of 8 to 100 characters for each browser, keep it, and compare it when the browser is back.',
  when: sentOf,
  then: (evidence, { call, state }) => {
    const before = sentOf(evidence).filter((sent) => sent.call.id < call.id && sent.state === state)
    const isLong = state !== null && state.length >= leastState && state.length <= mostState
    const what =
      state === null ? 'no state' : `a state of ${state.length} characters${before.length > 0 ? ', used before' : ''}`
    const rests = [...before.map((one) => one.call), call]
    return [{ holds: isLong && before.length === 0, says: `The client sent a browser with ${what}.`, rests }]
  },
})

const validatesState = check({
  id: 'enedis-data-connect/consent/validates-state',
  title: 'takes nothing from a browser that it did not send out',
  requirement: 'DC-CONSENT-4',
  level: 'must',
  remedy: 'Compare state with those you gave to browsers before you look at autorisation_id, usage_point_id or code.',
  when: (evidence) => evidence.journal.findings('browser.stranger').list(),
  then: (evidence, stranger) => {
    const turn = turnOf(evidence, stranger)
    const bad = turn === undefined ? [] : madeUp(evidence, turn)
    const says = `A browser came that the client had not sent out, and the client ${bad.length > 0 ? 'asked Enedis about what it brought' : 'took nothing from it'}.`
    return [{ holds: bad.length === 0, says, rests: [stranger, ...bad] }]
  },
})

const takesRefusal = check({
  id: 'enedis-data-connect/consent/takes-refusal',
  title: 'takes a customer’s no for an answer: asks for nothing, and does not send the browser back at once',
  requirement: 'DC-CONSENT-5',
  level: 'must',
  remedy:
    'Look for error in the redirect before anything else: access_denied on v1, invalid_request with demande_non_aboutie on v2.',
  when: (evidence) => backOf(evidence).filter(isRefusal),
  then: (evidence, { call }) => {
    const { turn } = call
    const sent = sentOf(evidence).filter((one) => one.call.turn === turn && one.call.id > call.id)
    const asked = turn === undefined ? [] : callsIn(evidence, turn).filter((one) => isForNothing(evidence, one))
    const says = `After the refusal the client asked for services ${asked.length} times and sent the browser back ${sent.length} times.`
    const rests = [call, ...asked, ...sent.map((one) => one.call)]
    return [{ holds: sent.length + asked.length === 0, says, rests }]
  },
})

const pageFailure = check({
  id: 'enedis-data-connect/consent/page-fails',
  title: 'ends in order when the consent page fails, whatever comes back from it',
  requirement: 'DC-CONSENT-6',
  level: 'must',
  remedy:
    'Expect server_error, a redirect whose words hang on its path, or nothing at all: none of these is a consent or a crash.',
  when: (evidence) => evidence.turns.flatMap((turn) => failuresIn(evidence, turn).map((call) => ({ turn, call }))),
  then: (evidence, { turn, call }) => {
    const asked = callsIn(evidence, turn).filter((one) => isForNothing(evidence, one))
    const how = turn.exit === 0 ? 'ended its turn in order' : 'did not end its turn in order'
    const says = `The consent page failed, and the client ${how}; it asked for ${asked.length} things that nobody gave it.`
    return [{ holds: turn.exit === 0 && !turn.hung && asked.length === 0, says, rests: [call, ...asked] }]
  },
})

const worksWithoutCode = check({
  id: 'enedis-data-connect/consent/works-without-code',
  title: 'goes on with a redirect that brings an autorisation_id, and neither code nor usage point',
  requirement: 'DC-CONSENT-7',
  level: 'must',
  remedy: 'Take autorisation_id when it is there: the page of 2026 sends no code and no usage_point_id.',
  when: (evidence) =>
    givenOf(evidence).filter(({ autorisation, code }) => autorisation !== undefined && code === undefined),
  then: (evidence, { call, autorisation }) => {
    const { turn } = call
    const until = nextSync(evidence, call)?.until ?? turn?.until ?? call.id
    if (turn === undefined || isTroubled(evidence, turn)) return []
    const asked = evidence.turns
      .flatMap((one) => callsIn(evidence, one))
      .find(
        (one) => one.id > call.id && one.id <= until && one.kind === 'services' && autorisationIn(one) === autorisation,
      )
    const says = `A redirect brought autorisation_id ${autorisation} and no code; the client ${asked ? 'went on with it' : 'did nothing with it'}.`
    return [{ holds: asked !== undefined, says, rests: asked ? [call, asked] : [call] }]
  },
})

const everyPoint = check({
  id: 'enedis-data-connect/consent/every-usage-point',
  title: 'takes every usage point of a redirect that brings several',
  requirement: 'DC-CONSENT-8',
  level: 'must',
  remedy: 'Split usage_point_id at ; and at , before you use it: since 2023 it is a semicolon, before it was a comma.',
  when: (evidence) => givenOf(evidence).filter(({ usagePoints }) => usagePoints.length > 1),
  then: (evidence, { call, usagePoints }) => {
    const next = nextSync(evidence, call)
    if (next === undefined || isTroubled(evidence, next)) return []
    const open = dueAt(evidence, next).map((one) => one.usagePoint)
    const left = usagePoints.filter((one) => open.includes(one) && servingCalls(evidence, next, one).length === 0)
    const says = `A redirect brought ${usagePoints.length} usage points; the client left out ${left.length > 0 ? listed(evidence, left) : 'none'}.`
    return [{ holds: left.length === 0, says, rests: [call, next] }]
  },
})

/** How a client asks customers for their consent, and what it makes of their answer. */
export const consent: readonly Check[] = [
  ...[wellFormed, duration, ownState, validatesState, takesRefusal, pageFailure, worksWithoutCode, everyPoint],
]

/** Calls of a turn about what the stranger brought. */
function madeUp(evidence: Evidence, turn: Turn): Call[] {
  return callsIn(evidence, turn).filter(
    (call) =>
      autorisationIn(call) === strangersOwn.autorisation_id ||
      call.usagePoint === strangersOwn.usage_point_id ||
      (call.kind === 'token' && call.generation === 'v4' && call.refusal === 'codeInvalid'),
  )
}

/** Whether a call is about an autorisation or a usage point that Enedis never gave anybody, nor did the stranger. */
function isForNothing(evidence: Evidence, call: Call): boolean {
  const { consents, points } = inTheEnd(evidence)
  if (autorisationIn(call) === strangersOwn.autorisation_id) return false
  if (call.kind === 'services') return !consents.some((one) => one.authorisationId === autorisationIn(call))
  const { usagePoint } = call
  if (!isForMeasures(call) || usagePoint === undefined || !/^\d{14}$/.test(usagePoint)) return false
  return (
    points[usagePoint] === undefined && !servicesTold(evidence).some((told) => told.usagePoints.includes(usagePoint))
  )
}

/** What a browser met where the page failed: an error, a redirect that tells of one, or a page that leads nowhere. */
function failuresIn(evidence: Evidence, turn: Turn): Call[] {
  const back = backOf(evidence).filter(({ call, error }) => call.turn === turn && error !== undefined)
  const failed = back.filter((one) => !isRefusal(one)).map(({ call }) => call)
  const broken = visitsOf(evidence).filter(
    (call) => call.turn === turn && /^consentPage(Missing|Failed|Unavailable)$/.test(call.refusal ?? ''),
  )
  const stuck = sentOf(evidence)
    .map(({ call }) => call)
    .filter((call) => call.turn === turn && call.status === 200)
  return [...failed, ...broken, ...stuck]
}
