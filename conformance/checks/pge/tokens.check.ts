import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { callsOf, grantsOf, tokenOf, type Call, type Token } from './facts/index.ts'
import { noneOf } from './none-of.ts'

const classOf: readonly [RegExp, Token['class']][] = [
  [/^applicationInformation\./, 'registration'],
  [/^(serviceStatus|sampleData|authorization)\.|\.bulk(ForCommunities)?$/, 'client'],
  [/^(localTimeParameters|readingType|usagePoint|meterReading|intervalBlock|usageSummary)\./, 'access'],
  [/^(batch\.subscription|retailCustomer\.read|programs\.read)$/, 'access'],
]

/** One check for each class: which calls ask for it, and in which words. */
const classes = (
  [
    ['client', 'the service itself, authorizations and bulk data', 'PGE-TOKEN-1', 'the client access token'],
    ['access', 'data of one customer', 'PGE-TOKEN-2', 'the access token of that customer’s authorization'],
    ['registration', 'ApplicationInformation', 'PGE-TOKEN-3', 'the registration access token of the portal'],
  ] as const
).map(([wanted, what, requirement, token]) =>
  noneOf(
    {
      id: `pge/tokens/${wanted}-class`,
      title: `asks for ${what} with ${token}`,
      requirement,
      remedy: `For ${what} send ${token}; any other is answered 403.`,
    },
    (evidence) => callsOf(evidence).filter((call) => expectedClass(call) === wanted && known(evidence, call)),
    (evidence, call) => known(evidence, call)?.class !== wanted,
    `for ${what} carried a token of another class`,
  ),
)

const realTokens = noneOf(
  {
    id: 'pge/tokens/real-tokens',
    title: 'sends a token that it was given with each call for a resource',
    requirement: 'PGE-TOKEN-4',
    remedy: 'The client grant answers client_access_token, the others access_token; send it as Authorization: Bearer.',
  },
  (evidence) => callsOf(evidence).filter((call) => expectedClass(call) !== undefined),
  (evidence, call) => known(evidence, call) === undefined,
  'carried no token, or one that the provider never made',
)

const ownTokens = noneOf(
  {
    id: 'pge/tokens/own-authorization',
    title: 'asks for each customer’s data with the token of that customer',
    requirement: 'PGE-TOKEN-5',
    remedy: 'Keep tokens by Subscription ID: an access token opens the one authorization it was issued for.',
  },
  (evidence) => callsOf(evidence).filter((call) => expectedClass(call) === 'access' && call.subscription !== undefined),
  (evidence, call) => {
    const whose = known(evidence, call)?.authorization ?? null
    return whose !== null && whose !== call.subscription
  },
  'for data of one customer carried the token of another',
)

const keepsScope = noneOf(
  {
    id: 'pge/tokens/keeps-scope',
    title: 'asks for no other scope than it was granted',
    requirement: 'PGE-TOKEN-6',
    remedy: 'Leave scope out of token requests, or repeat it letter by letter: it cannot be changed there.',
  },
  (evidence) => grantsOf(evidence).map(({ call }) => call),
  (_, { refusal }) => refusal === 'scopeMismatch',
  'for tokens named a scope that was not granted',
)

const reusesTokens = check({
  id: 'pge/tokens/reuses-client-token',
  title: 'uses a client access token for its hour, and does not take one for each call',
  requirement: 'PGE-TOKEN-7',
  level: 'should',
  remedy:
    'Keep the client access token with its expires_in, and take the next when that is over: token calls count too.',
  when: (evidence) => evidence.turns,
  then: (evidence, turn) => {
    const taken = grantsOf(evidence).filter(
      ({ type, call }) => type === 'client_credentials' && call.turn === turn && call.heard,
    )
    if (taken.length === 0) return []
    const perAddress = Math.max(...[true, false].map((test) => taken.filter((one) => one.test === test).length))
    const says = `Asked to ${turn.ask}, the client took ${perAddress} client access tokens.`
    return [{ holds: perAddress <= 1, says, rests: taken.map(({ call }) => call) }]
  },
})

/** Which token goes where. */
export const tokens: readonly Check[] = [...classes, realTokens, ownTokens, keepsScope, reusesTokens]

function expectedClass({ endpoint, method }: Call): Token['class'] | undefined {
  // Giving back is judged by itself.
  if (endpoint === null || method === 'DELETE') return undefined
  return classOf.find(([pattern]) => pattern.test(endpoint))?.[1]
}

function known(evidence: Evidence, { bearer }: Call): Token | undefined {
  return tokenOf(evidence, bearer)
}
