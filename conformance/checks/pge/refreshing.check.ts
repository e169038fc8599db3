import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import {
  accessUntil,
  authorizationOf,
  callsOf,
  grantsOf,
  inTheEnd,
  isForData,
  isOver,
  named,
  nextSync,
  refreshesOf,
  sentOf,
  spelled,
  syncs,
  tokenOf,
  truth,
  type Call,
  type Grant,
  type Token,
} from './facts/index.ts'
import { noneOf } from './none-of.ts'

const refreshesOnce = check({
  id: 'pge/refreshing/refreshes-once',
  title: 'refreshes once when an access token has expired',
  requirement: 'PGE-REFRESH-1',
  level: 'must',
  remedy: 'On 401 or 403 for an expired token take a new one with the refresh token, once for all calls that wait.',
  when: (evidence) => expired(evidence),
  then: (evidence, call) => {
    const whose = authorizationOf(evidence, call) ?? ''
    const until = callsOf(evidence).find((other) => other.id > call.id && isSameCall(other, call))?.id ?? Infinity
    const made = refreshesOf(evidence, whose).filter(({ call: { id, turn } }) => id > call.id && turn === call.turn)
    const before = made.filter(({ call: { id } }) => id < until)
    const heard = before.filter((grant) => grant.call.heard)
    const says = `After a token of ${named(evidence, whose)} had expired, the client refreshed ${heard.length} times.`
    const isExcused = before.length > 0 && heard.length === 0
    return isExcused ? [] : [{ holds: heard.length === 1, says, rests: [call, ...made.map((grant) => grant.call)] }]
  },
})

const retriesOnce = check({
  id: 'pge/refreshing/retries-once',
  title: 'sends the call again, once, when it has refreshed',
  requirement: 'PGE-REFRESH-2',
  level: 'must',
  remedy: 'Repeat the refused call with the new token and use its answer; if that is refused too, leave it.',
  when: (evidence) => expired(evidence).filter((call) => refreshAfter(evidence, call) !== undefined),
  then: (evidence, call) => {
    const after = refreshAfter(evidence, call)?.call.id ?? 0
    const again = callsOf(evidence).filter(
      (other) => other.id > after && other.turn === call.turn && isSameCall(other, call) && other.status !== 429,
    )
    const says = `Refused because its token had expired, ${spelled(call)} was sent ${again.length} times with a new one.`
    return [{ holds: again.length === 1, says, rests: [call, ...again] }]
  },
})

const storesRotated = check({
  id: 'pge/refreshing/stores-rotated',
  title: 'refreshes with the refresh token that came last',
  requirement: 'PGE-REFRESH-3',
  level: 'must',
  remedy: 'Store the refresh token of every answer before you use its access token: the one before it is dead.',
  when: (evidence) => grantsOf(evidence).filter(({ type }) => type === 'refresh_token'),
  then: (evidence, grant) => {
    const last = lastHeard(evidence, grant.authorization, 'refresh', grant.call)
    if (last === undefined) return []
    const holds = last.token.print === grant.refreshToken
    const says = `The client refreshed ${named(evidence, grant.authorization ?? '')} with ${holds ? 'the newest' : 'an older'} refresh token.`
    return [{ holds, says, rests: [last.call, grant.call] }]
  },
})

const dropsOldAccessToken = noneOf(
  {
    id: 'pge/refreshing/drops-old-access-token',
    title: 'uses no access token that a refresh has replaced',
    requirement: 'PGE-REFRESH-4',
    remedy: 'A refresh kills the access token before it: hand the new one to everything that runs.',
  },
  (evidence) => callsOf(evidence).filter((call) => isReplaceable(evidence, call)),
  (evidence, call) => {
    const token = tokenOf(evidence, call.bearer)
    return lastHeard(evidence, token?.authorization ?? null, 'access', call)?.token.print !== token?.print
  },
  'carried an access token that a refresh had replaced',
)

const leavesDeadAlone = check({
  id: 'pge/refreshing/leaves-dead-refresh-token',
  title: 'does not refresh again with a refresh token that was refused',
  requirement: 'PGE-REFRESH-5',
  level: 'must',
  remedy: 'invalid_grant is final: forget the token, and ask the customer to authorize you again.',
  when: (evidence) => grantsOf(evidence).filter((grant) => grant.type === 'refresh_token' && isDead(grant)),
  then: (evidence, { call, refreshToken }) => {
    const again = grantsOf(evidence).filter((other) => other.call.id > call.id && other.refreshToken === refreshToken)
    const says = `After invalid_grant the client tried the same refresh token ${again.length} times more.`
    return [{ holds: again.length === 0, says, rests: [call, ...again.map((grant) => grant.call)] }]
  },
})

const reauthorizes = check({
  id: 'pge/refreshing/reauthorizes-after-loss',
  title: 'has the customer authorize it again after losing its tokens, and goes on with the new ones',
  requirement: 'PGE-REFRESH-6',
  level: 'must',
  remedy:
    'Only a new authorization brings new tokens: send the customer to the page, and take the new Subscription ID.',
  when: (evidence) =>
    grantsOf(evidence).flatMap((grant) => {
      const isLoss = grant.type === 'refresh_token' && isDead(grant) && !wasOver(evidence, grant)
      const turn = evidence.turns.find(({ ask, id }) => ask === 'authorize' && id > grant.call.id)
      return isLoss && turn ? [{ grant, turn }] : []
    }),
  then: (evidence, { grant, turn }) => {
    const sent = sentOf(evidence).find(({ call }) => call.turn === turn)
    const got = grantsOf(evidence).find((one) => one.type === 'authorization_code' && one.call.turn === turn)
    const next = nextSync(evidence, turn)
    const used = callsOf(evidence).find(
      (call) => isForData(call) && call.turn === next && authorizationOf(evidence, call) === got?.authorization,
    )
    const says = `Having lost its tokens, the client ${sent ? 'sent' : 'did not send'} the customer to the page and ${used ? 'used' : 'did not use'} what came of it.`
    const rests = [grant.call, sent?.call, got?.call, used].filter((one) => one !== undefined)
    return [{ holds: sent !== undefined && got !== undefined && used !== undefined, says, rests }]
  },
})

const keepsAlive = check({
  id: 'pge/refreshing/refreshes-within-a-year',
  title: 'uses each refresh token before its year is over',
  requirement: 'PGE-REFRESH-7',
  level: 'must',
  remedy: 'Refresh each authorization now and then, whether or not you need its data: a refresh token lives a year.',
  when: (evidence) => grantsOf(evidence).flatMap((grant) => refreshTokenIn(grant)),
  then: (evidence, { token, call }) => {
    const chances = syncs(evidence).filter(({ id, at }) => id > call.id && at < token.expiresAt && at > token.issuedAt)
    const end = endOf(evidence)
    const { authorizations } = inTheEnd(evidence)
    const authorization = authorizations[token.authorization ?? '']
    const until = authorization && accessUntil(authorization)
    if (chances.length === 0 || end < token.expiresAt || (until && until < token.expiresAt)) return []
    const use = grantsOf(evidence).find(
      ({ refreshToken, call: { at } }) => refreshToken === token.print && at < token.expiresAt,
    )
    const says = `A refresh token of ${named(evidence, token.authorization ?? '')} was ${use ? 'used' : 'not used'} within its year.`
    return [{ holds: use !== undefined, says, rests: use ? [call, use.call] : [call] }]
  },
})

/** How a client keeps its tokens alive, and what it does without them. */
export const refreshing: readonly Check[] = [
  refreshesOnce,
  retriesOnce,
  storesRotated,
  dropsOldAccessToken,
  leavesDeadAlone,
  reauthorizes,
  keepsAlive,
]

/** Calls that were refused because their access token had expired. */
function expired(evidence: Evidence): Call[] {
  return callsOf(evidence).filter(
    (call) =>
      (call.refusal === 'tokenExpired' || call.refusal === 'tokenExpiredUnauthorized') &&
      tokenOf(evidence, call.bearer)?.class === 'access',
  )
}

function isSameCall(one: Call, other: Call): boolean {
  return one.method === other.method && one.path === other.path && one.query.toString() === other.query.toString()
}

function refreshAfter(evidence: Evidence, call: Call): Grant | undefined {
  const made = refreshesOf(evidence, authorizationOf(evidence, call) ?? '')
  return made.find((grant) => grant.call.id > call.id && grant.call.turn === call.turn && grant.call.heard)
}

/** The token of a class that the client was given last for an authorization, before a call. */
function lastHeard(
  evidence: Evidence,
  authorization: string | null,
  wanted: Token['class'],
  { id }: Call,
): { token: Token; call: Call } | undefined {
  if (authorization === null) return undefined
  return grantsOf(evidence)
    .filter(({ call }) => call.heard && call.id < id)
    .flatMap(({ call, issued }) => issued.map((token) => ({ call, token })))
    .findLast(({ token }) => token.class === wanted && token.authorization === authorization)
}

function isReplaceable(evidence: Evidence, call: Call): boolean {
  const token = tokenOf(evidence, call.bearer)
  return token?.class === 'access' && lastHeard(evidence, token.authorization, 'access', call) !== undefined
}

function isDead({ call }: Grant): boolean {
  if (!call.answered) return false
  return call.refusal === 'refreshTokenInvalid' || call.refusal === 'authorizationOver'
}

function wasOver(evidence: Evidence, { authorization, call }: Grant): boolean {
  const found = truth(evidence).after(call).authorizations[authorization ?? '']
  return found === undefined || isOver(found, call.at)
}

function refreshTokenIn({ call, issued }: Grant): { token: Token; call: Call }[] {
  return call.heard
    ? issued.filter((token) => token.class === 'refresh' && token.authorization).map((token) => ({ token, call }))
    : []
}

function endOf({ journal }: Evidence): string {
  return journal.all().last()?.at ?? ''
}
