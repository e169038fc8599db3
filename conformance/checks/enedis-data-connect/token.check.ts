import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import {
  callsIn,
  callsOf,
  grantsOf,
  isFailed,
  isForData,
  nextSync,
  spelled,
  tokenOf,
  type Call,
  type Grant,
} from './facts/index.ts'
import { bodyOf, within } from './facts/bodies.ts'
import { noneOf } from './none-of.ts'

/** A token may be refused once for its age, and once more if the next is no good either. */
const mostRefused = 2
const badRequests = ['grantTypeMissing', 'grantTypeUnsupported', 'parameterOfTokenMissing', 'mediaTypeUnsupported']

const grant = noneOf(
  {
    id: 'enedis-data-connect/token/grant',
    title: 'asks for tokens by POST, as a form with grant_type=client_credentials',
    requirement: 'DC-TOKEN-1',
    remedy: 'POST application/x-www-form-urlencoded to /oauth2/v3/token with grant_type=client_credentials.',
  },
  (evidence) => grantsOf(evidence).map(({ call }) => call),
  (_, { method, refusal }) => method !== 'POST' || badRequests.includes(refusal ?? ''),
  'for tokens came by another method, or without a grant type that Enedis knows',
)

const onePlace = noneOf(
  {
    id: 'enedis-data-connect/token/one-place',
    title: 'shows its client_id and secret in one place, and not twice',
    requirement: 'DC-TOKEN-2',
    remedy: 'Send HTTP Basic, or client_id and client_secret in the form: more than one is invalid_request.',
  },
  (evidence) => grantsOf(evidence).map(({ call }) => call),
  (evidence, call) => placesOf(evidence, call).length !== 1,
  'for tokens showed credentials nowhere, or in more than one place',
)

const notInAddress = noneOf(
  {
    id: 'enedis-data-connect/token/secret-not-in-address',
    title: 'keeps its secret out of addresses',
    requirement: 'DC-TOKEN-3',
    level: 'should',
    remedy:
      'Enedis takes client_secret from the query, and every proxy on the way writes it down: send it in a header or the form.',
  },
  (evidence) => grantsOf(evidence).map(({ call }) => call),
  (evidence, call) => placesOf(evidence, call).includes('query'),
  'for tokens carried the secret in their address',
)

const realToken = noneOf(
  {
    id: 'enedis-data-connect/token/real-token',
    title: 'sends a token that it was given with each call',
    requirement: 'DC-TOKEN-4',
    remedy: 'Send Authorization: Bearer with access_token from the token endpoint.',
  },
  (evidence) => callsOf(evidence).filter((call) => isForData(call) || call.kind === 'services'),
  (evidence, { bearer }) => tokenOf(evidence, bearer) === undefined,
  'carried no token, or one that Enedis never made',
)

const keeps = check({
  id: 'enedis-data-connect/token/kept',
  title: 'keeps its token while it is good, and takes no other meanwhile',
  requirement: 'DC-TOKEN-5',
  level: 'should',
  remedy: 'Keep access_token with its expires_in of three hours and a half, across runs too.',
  when: (evidence) => grantsOf(evidence).filter(({ call, issued }) => call.heard && issued !== undefined),
  then: (evidence, { call, issued }) => {
    const before = grantsOf(evidence).findLast(
      (one) => one.call.id < call.id && one.call.heard && one.issued?.clientId === issued?.clientId,
    )
    if (before?.issued === undefined) return []
    const isRefused = callsOf(evidence).some(
      (one) => one.status === 401 && one.id > before.call.id && one.id < call.id && one.bearer === before.issued?.print,
    )
    const isGood = call.at < before.issued.expiresAt && !isRefused
    const says = `The client took a token at ${call.at} while the one before was ${isGood ? 'still good' : 'good no more'}.`
    return [{ holds: !isGood, says, rests: [before.call, call] }]
  },
})

const dropsInTime = check({
  id: 'enedis-data-connect/token/drops-in-time',
  title: 'shows no token after the end that expires_in told it',
  requirement: 'DC-TOKEN-6',
  level: 'must',
  needs: 'own clock',
  remedy:
    'Add expires_in to the time of the answer, and take a new token when that is over: it is seconds, as a number or a text.',
  when: (evidence) => grantsOf(evidence).filter(({ call, issued }) => call.heard && issued !== undefined),
  then: (evidence, { call, issued }) => {
    const shown = callsOf(evidence).filter(({ bearer }) => bearer !== undefined && bearer === issued?.print)
    const until = endTold(call)
    if (shown.length === 0 || until === undefined) return []
    const late = shown.filter(({ at }) => at >= until)
    const says = `A token that was to end at ${until} was shown ${late.length} times after that.`
    return [{ holds: late.length === 0, says, rests: late.length > 0 ? late : shown.slice(0, 1) }]
  },
})

const renews = check({
  id: 'enedis-data-connect/token/renews-on-401',
  title: 'takes a new token when one is refused, and sends the call again',
  requirement: 'DC-TOKEN-7',
  level: 'must',
  remedy: 'After 401 forget the token, take another one, and repeat the call once: a token may end before its time.',
  when: (evidence) => callsOf(evidence).filter((call) => call.refusal === 'tokenInvalid' && call.answered),
  then: (evidence, call) => {
    const next = nextSync(evidence, call)
    const again = callsOf(evidence).find(
      (one) => one.id > call.id && isSame(one, call) && one.bearer !== call.bearer && isSoon(one, call, next),
    )
    const isHindered = call.turn !== undefined && callsIn(evidence, call.turn).some(isInVain)
    if (again === undefined && (isHindered || isRepeat(evidence, call))) return []
    const says = `After 401 the client ${again ? 'sent the call again with another token' : `did not send ${spelled(call)} with another token`}.`
    return [{ holds: again !== undefined, says, rests: again ? [call, again] : [call] }]
  },
})

const renewsOnce = check({
  id: 'enedis-data-connect/token/renews-once',
  title: 'does not go on renewing when a new token is refused as well',
  requirement: 'DC-TOKEN-8',
  level: 'must',
  remedy: 'Repeat a call once after a new token; if that is refused too, end the run and tell a person.',
  when: (evidence) => evidence.turns.filter((turn) => callsIn(evidence, turn).some(isRefused)),
  then: (evidence, turn) => {
    const refused = callsIn(evidence, turn).filter(isRefused)
    const most = Math.max(...refused.map((call) => refused.filter((one) => isSame(one, call)).length))
    const says = `In one run a call was sent ${most} times and refused with 401 each time.`
    return [{ holds: most <= mostRefused, says, rests: refused }]
  },
})

/** How a client comes to its token, and how it keeps it. */
export const token: readonly Check[] = [
  ...[grant, onePlace, notInAddress, realToken, keeps, dropsInTime, renews, renewsOnce],
]

function placesOf(evidence: Evidence, call: Call): Grant['places'] {
  return grantsOf(evidence).find((one) => one.call === call)?.places ?? []
}

/** When a token ends, as its answer told. */
function endTold({ at, entry }: Call): string | undefined {
  const told = within({ body: bodyOf(entry.response?.body ?? null) }, 'body')['expires_in']
  const seconds = told === undefined ? Number.NaN : Number(told)
  return Number.isNaN(seconds) ? undefined : new Date(Date.parse(at) + seconds * 1000).toISOString()
}

/** A failure, or a quota that is spent. */
function isInVain(call: Call): boolean {
  return isFailed(call) || call.status === 429
}

function isRefused({ refusal }: Call): boolean {
  return refusal === 'tokenInvalid'
}

/** The same request, whatever it asks for of time. */
function isSame(one: Call, other: Call): boolean {
  return one.method === other.method && one.path === other.path && one.usagePoint === other.usagePoint
}

function isSoon(one: Call, call: Call, next: Call['turn']): boolean {
  return one.turn !== undefined && (one.turn === call.turn || one.turn === next)
}

/** Whether the call was one that was sent again after a refusal: that too was refused, and nothing more is asked. */
function isRepeat(evidence: Evidence, call: Call): boolean {
  return callsOf(evidence).some(
    (one) => one.id < call.id && one.turn === call.turn && isRefused(one) && isSame(one, call),
  )
}
