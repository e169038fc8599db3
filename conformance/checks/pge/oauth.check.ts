import { check, type Check } from '../../check.ts'
import { backOf, callsOf, codeOf, grantsOf, sentOf, type Grant } from './facts/index.ts'
import { turnOf, type Evidence } from '../../evidence.ts'
import { noneOf } from './none-of.ts'

/** Shorter ones can be guessed. */
const leastStateLength = 8
const badRequests = ['clientUnknown', 'clientUnknownUnauthorized', 'redirectUriInvalid', 'responseTypeInvalid']
const badTestRequests = ['testClientIdEmpty', 'scopeInvalid', 'authorizationEndInvalid']

const wellFormed = check({
  id: 'pge/oauth/well-formed-request',
  title:
    'sends browsers to the authorization page with its client id, its registered redirect URI and response_type=code',
  requirement: 'PGE-OAUTH-1',
  level: 'must',
  remedy: 'Compare client_id and redirect_uri with the portal, letter by letter, and ask for response_type=code.',
  when: sentOf,
  then: (_, { call }) => {
    const { refusal } = call
    const holds = refusal === undefined || ![...badRequests, ...badTestRequests].includes(refusal)
    const why = call.entry.refusal?.says ?? ''
    return [{ holds, says: `The page ${holds ? 'took' : 'refused'} the request of the client. ${why}`, rests: [call] }]
  },
})

const encodesRedirectUri = check({
  id: 'pge/oauth/encodes-redirect-uri',
  title: 'encodes the redirect URI when it sends a browser to be authorized',
  requirement: 'PGE-OAUTH-2',
  level: 'should',
  remedy:
    'Build the address with URLSearchParams or encodeURIComponent: a query inside redirect_uri is cut off otherwise.',
  when: sentOf,
  then: (_, { call, asked }) => {
    const written = /(?:^|&)redirect_uri=([^&]*)/.exec(asked)?.[1]
    if (written === undefined) return []
    const says = `The client wrote redirect_uri=${written}.`
    return [{ holds: !/[:/?]/.test(written), says, rests: [call] }]
  },
})

const sendsState = check({
  id: 'pge/oauth/sends-state',
  title: 'sends each browser with a state of its own, which nobody can guess',
  requirement: 'PGE-OAUTH-3',
  level: 'must',
  remedy: 'Make a random state for each browser you send, keep it, and compare it when the browser is back.',
  when: sentOf,
  then: (evidence, { call, state }) => {
    const before = sentOf(evidence).filter((sent) => sent.call.id < call.id && sent.state === state)
    const isKnown = state !== null && before.length > 0
    const holds = state !== null && state.length >= leastStateLength && !isKnown
    const what = state === null ? 'no state' : `a state of ${state.length} characters${isKnown ? ', used before' : ''}`
    return [{ holds, says: `The client sent a browser with ${what}.`, rests: [...before.map((one) => one.call), call] }]
  },
})

const validatesState = check({
  id: 'pge/oauth/validates-state',
  title: 'takes no code from a browser that it did not send out',
  requirement: 'PGE-OAUTH-10',
  level: 'must',
  remedy:
    'Compare state with those you gave to browsers before you look at the code: without it anyone can bring you one.',
  when: (evidence) => evidence.journal.findings('browser.stranger').list(),
  then: (evidence, stranger) => {
    const turn = turnOf(evidence, stranger)
    const back = backOf(evidence).filter(({ call }) => call.turn === turn)
    // The visit is over when it is written down, and the next browser is back only after it.
    const since = back.findLast(({ call }) => call.id < stranger.id)?.call.id ?? 0
    const until = back.find(({ call }) => call.id > stranger.id)?.call.id ?? Infinity
    const bad = grantsOf(evidence).filter(
      ({ type, code, call }) =>
        type === 'authorization_code' &&
        call.turn === turn &&
        call.id > since &&
        call.id < until &&
        codeOf(evidence, code) === undefined,
    )
    const says = `A browser came that the client had not sent out, and the client ${bad.length > 0 ? 'asked for tokens with its code' : 'took nothing from it'}.`
    return [{ holds: bad.length === 0, says, rests: [stranger, ...bad.map(({ call }) => call)] }]
  },
})

const exchangesInTime = check({
  id: 'pge/oauth/exchanges-code-in-time',
  title: 'exchanges each code for tokens before its ten minutes are over',
  requirement: 'PGE-OAUTH-4',
  level: 'must',
  remedy: 'Exchange the code while you answer the redirect: it is dead after 600 seconds.',
  when: (evidence) => backOf(evidence).filter(({ code }) => codeOf(evidence, code) !== undefined),
  then: (evidence, { call, code }) => {
    const { expiresAt = '' } = codeOf(evidence, code) ?? {}
    const first = exchangesOf(evidence, code)[0]?.call
    const holds = first !== undefined && first.at < expiresAt
    const when = first === undefined ? 'never' : `${(Date.parse(first.at) - Date.parse(call.at)) / 1000} s later`
    return [
      { holds, says: `A code was handed to the client and exchanged ${when}.`, rests: first ? [call, first] : [call] },
    ]
  },
})

const exchangesOnce = check({
  id: 'pge/oauth/exchanges-code-once',
  title: 'exchanges each code once',
  requirement: 'PGE-OAUTH-5',
  level: 'must',
  remedy: 'A code is good for one exchange: keep the tokens it brought, and forget the code.',
  when: (evidence) => grantsOf(evidence).filter(({ type, call }) => type === 'authorization_code' && call.heard),
  then: (evidence, { call, code }) => {
    const again = exchangesOf(evidence, code).filter((other) => other.call.id > call.id)
    const says = `The client exchanged a code ${again.length + 1} times.`
    return [{ holds: again.length === 0, says, rests: [call, ...again.map((other) => other.call)] }]
  },
})

const takesDenial = check({
  id: 'pge/oauth/takes-denial',
  title: 'takes a customer’s no for an answer: asks for no tokens, and does not send the browser back at once',
  requirement: 'PGE-OAUTH-6',
  level: 'must',
  remedy:
    'Look for error in the redirect before you look for code; access_denied means that the customer pressed Cancel.',
  when: (evidence) => backOf(evidence).filter(({ error }) => error === 'access_denied'),
  then: (evidence, { call }) => {
    const isThen = (other: { id: number; turn: unknown }) => other.id > call.id && other.turn === call.turn
    const exchanges = grantsOf(evidence).filter((grant) => grant.type === 'authorization_code' && isThen(grant.call))
    const sent = sentOf(evidence).filter((one) => isThen(one.call))
    const says = `After access_denied the client asked for tokens ${exchanges.length} times and sent the browser back ${sent.length} times.`
    const rests = [call, ...exchanges.map((one) => one.call), ...sent.map((one) => one.call)]
    return [{ holds: exchanges.length + sent.length === 0, says, rests }]
  },
})

const sameRedirectUri = noneOf(
  {
    id: 'pge/oauth/repeats-redirect-uri',
    title: 'names with each code the redirect URI that it came to',
    requirement: 'PGE-OAUTH-7',
    remedy: 'Send redirect_uri with the code, the same as in the authorization request.',
  },
  (evidence) => callsOfGrants(evidence, 'authorization_code'),
  (_, { refusal, entry }) => refusal === 'redirectUriMismatch' || / redirect_uri$/.test(entry.refusal?.says ?? ''),
  'with a code named no redirect URI, or another one',
)

const basic = noneOf(
  {
    id: 'pge/oauth/basic',
    title: 'shows its client id and secret by HTTP Basic, and nowhere else',
    requirement: 'PGE-OAUTH-8',
    remedy:
      'Send Authorization: Basic with every token request; leave client_id and client_secret out of its parameters.',
  },
  (evidence) => callsOfGrants(evidence),
  (_, { entry: { request } }) => {
    const told = (request.decoded ?? {}) as Record<string, unknown>
    const isBasic = request.headers.some(([name, value]) => /^authorization$/i.test(name) && /^Basic /i.test(value))
    return !isBasic || 'client_id' in told || 'client_secret' in told
  },
  'for tokens came without HTTP Basic, or with credentials among their parameters',
)

const posts = noneOf(
  {
    id: 'pge/oauth/posts-for-tokens',
    title: 'asks for tokens by POST, with a grant type',
    requirement: 'PGE-OAUTH-9',
    remedy: 'POST to the token endpoint, with grant_type first: GET is answered 405.',
  },
  (evidence) => callsOf(evidence).filter(({ endpoint }) => /^(token|testToken)\./.test(endpoint ?? '')),
  (_, { method, refusal }) => method !== 'POST' || refusal === 'grantTypeMissing' || refusal === 'grantTypeUnsupported',
  'to the token endpoint came by another method than POST, or without a grant type',
)

/** How a client comes to be authorized, and to its first tokens. */
export const oauth: readonly Check[] = [
  wellFormed,
  encodesRedirectUri,
  sendsState,
  validatesState,
  exchangesInTime,
  exchangesOnce,
  takesDenial,
  sameRedirectUri,
  basic,
  posts,
]

function exchangesOf(evidence: Evidence, code: string | undefined): Grant[] {
  return grantsOf(evidence).filter((grant) => grant.type === 'authorization_code' && grant.code === code)
}

function callsOfGrants(evidence: Evidence, type?: string) {
  return grantsOf(evidence).flatMap((grant) => (type === undefined || grant.type === type ? [grant.call] : []))
}
