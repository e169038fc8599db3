import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import {
  callsIn,
  callsOf,
  grantsOf,
  heldAt,
  isTroubled,
  sentOf,
  servingCalls,
  syncs,
  truth,
  visitsOf,
  type Call,
  type Registration,
} from './facts/index.ts'
import { noneOf } from './none-of.ts'

/** More calls than this in one run, after the provider has said that it knows the client no more, help nobody. */
const mostAfterEnd = 3

const connectivity = check({
  id: 'pge/registration/connectivity-test',
  title: 'passes the connectivity test: a token from the test address, the service status, the sample data',
  requirement: 'PGE-REG-1',
  level: 'must',
  remedy:
    'Before approval take a client token at /datacustodian/test/oauth/v2/token, and read ReadServiceStatus and DownloadSampleData with it.',
  when: (evidence) => firstInTests(evidence, 'connectivity', 'sync'),
  then: (evidence, turn) => {
    const heard = callsIn(evidence, turn).filter((call) => call.heard)
    const wanted = ['testToken.create', 'serviceStatus.read', 'sampleData.read']
    const missing = wanted.filter((name) => !heard.some(({ endpoint }) => endpoint === name))
    const says = `In its first run before approval the client ${missing.length > 0 ? `left out ${missing.join(', ')}` : 'did all three'}.`
    return [
      {
        holds: missing.length === 0,
        says,
        rests: [turn, ...heard.filter(({ endpoint }) => wanted.includes(endpoint ?? ''))],
      },
    ]
  },
})

const oauthTest = check({
  id: 'pge/registration/oauth-test',
  title: 'passes the OAuth test at the test addresses',
  requirement: 'PGE-REG-2',
  level: 'must',
  remedy:
    'Before approval send the browser to /datacustodian/test/oauth/v2/authorize, and exchange its code at the test token address.',
  when: (evidence) => firstInTests(evidence, 'oauth', 'authorize'),
  then: (evidence, turn) => {
    const sent = sentOf(evidence).find(({ call, test }) => test && call.turn === turn)
    const got = grantsOf(evidence).find(
      ({ call, type, test }) => test && type === 'authorization_code' && call.turn === turn && call.heard,
    )
    const says = `Asked to authorize before approval, the client ${sent ? 'opened' : 'did not open'} the test page and ${got ? 'got' : 'got no'} tokens.`
    return [
      {
        holds: sent !== undefined && got !== undefined,
        says,
        rests: [turn, ...[sent?.call, got?.call].filter((one) => one !== undefined)],
      },
    ]
  },
})

const applicationTest = check({
  id: 'pge/registration/application-information-test',
  title: 'passes the ApplicationInformation test: finds its id in the list of authorizations, and reads it',
  requirement: 'PGE-REG-3',
  level: 'must',
  remedy:
    'Read the Authorization feed with a client token, take the ApplicationInformation address from it, and read that.',
  when: (evidence) => firstInTests(evidence, 'applicationInformation', 'sync'),
  then: (evidence, turn) => {
    const read = callsIn(evidence, turn).find(
      ({ endpoint, heard }) => endpoint === 'applicationInformation.read' && heard,
    )
    const list = callsIn(evidence, turn).find(({ endpoint, heard }) => endpoint === 'authorization.list' && heard)
    const holds = read !== undefined && list !== undefined && list.id < read.id
    const says = `In its first run before approval the client ${holds ? 'found and read' : 'did not find and read'} ApplicationInformation.`
    return [{ holds, says, rests: [turn, ...[list, read].filter((one) => one !== undefined)] }]
  },
})

const waitsForApproval = noneOf(
  {
    id: 'pge/registration/waits-for-approval',
    title: 'sends no browser to the page for customers before it is approved',
    requirement: 'PGE-REG-4',
    remedy:
      'Until the registration is approved use the test page: the one for customers explains that you are not approved.',
  },
  (evidence) => sentOf(evidence).flatMap(({ call }) => (isInTests(evidence, call) ? [call] : [])),
  (_, { endpoint }) => endpoint !== 'testAuthorize.open',
  'before approval were to the page for customers',
)

const leavesTests = noneOf(
  {
    id: 'pge/registration/leaves-test-addresses',
    title: 'calls no test address once it is approved',
    requirement: 'PGE-REG-5',
    remedy: 'Look at dataCustodianApplicationStatus: from 2 on use the addresses of production.',
  },
  (evidence) => [...callsOf(evidence), ...visitsOf(evidence)].filter((call) => isInProduction(evidence, call)),
  (_, { path }) => path.startsWith('/datacustodian/test/'),
  'after approval were to test addresses',
)

const toldAddress = check({
  id: 'pge/registration/production-addresses',
  title: 'sends customers to the page, and asks for their tokens at the address, that ApplicationInformation names',
  requirement: 'PGE-REG-6',
  level: 'must',
  remedy:
    'Read ApplicationInformation before the first customer, and take authorizationServerAuthorizationEndpoint and authorizationServerTokenEndpoint from it.',
  when: (evidence) => sentOf(evidence).filter(({ call }) => isInProduction(evidence, call) && !isRetired(call)),
  then: (evidence, { call }) => {
    const told = toldBefore(evidence, call)
    const exchange = grantsOf(evidence).find(
      (grant) => grant.type === 'authorization_code' && grant.call.id > call.id && grant.call.turn === call.turn,
    )?.call
    if (told === undefined) {
      // Whoever was approved before the story began may have read it then.
      const [opening] = evidence.turns
      if (opening === undefined || !isInTests(evidence, opening)) return []
      const says = `The client had not read ApplicationInformation when it sent a browser to ${call.path}.`
      return [{ holds: false, says, rests: [call] }]
    }
    const isPage = pathOf(told.page) === call.path
    const isToken = exchange === undefined || pathOf(told.token) === exchange.path
    const says = `Told of ${told.page}, the client sent a browser to ${call.path}.`
    return [{ holds: isPage && isToken, says, rests: [told.call, call, ...(exchange ? [exchange] : [])] }]
  },
})

const leavesRetired = noneOf(
  {
    id: 'pge/registration/leaves-retired-address',
    title: 'sends no browser to the authorization address that was retired in 2018',
    requirement: 'PGE-REG-7',
    remedy:
      'Customers authorize at the address of authorizationServerAuthorizationEndpoint; …/oauth/v2/authorize answers 400.',
  },
  (evidence) => sentOf(evidence).flatMap(({ call, test }) => (test ? [] : [call])),
  (_, call) => isRetired(call) && call.refusal !== undefined,
  'were to the retired authorization address',
)

const stopsWhenOver = check({
  id: 'pge/registration/stops-when-over',
  title: 'stops calling when its registration is no longer in force',
  requirement: 'PGE-REG-8',
  level: 'must',
  remedy:
    'invalid_client for credentials that worked means that a person must see to the registration: end the run, and look once in the next.',
  when: (evidence) => evidence.turns.filter((turn) => callsIn(evidence, turn).some(isUnknownToProvider)),
  then: (evidence, turn) => {
    const calls = callsIn(evidence, turn)
    const first = calls.findIndex(isUnknownToProvider)
    const after = calls.slice(first + 1)
    const says = `Told that its registration is not in force, the client made ${after.length} more calls in that run.`
    return [{ holds: after.length <= mostAfterEnd, says, rests: calls.slice(first) }]
  },
})

const goesOnWhileHeld = check({
  id: 'pge/registration/goes-on-while-held',
  title: 'goes on with those who authorized it while its registration is on hold',
  requirement: 'PGE-REG-9',
  level: 'must',
  remedy: 'Status 3 keeps new customers out and takes nothing away: go on reading what you were allowed.',
  when: (evidence) =>
    syncs(evidence).filter((turn) => lifeAt(evidence, turn).status === 'onHold' && !isTroubled(evidence, turn)),
  then: (evidence, turn) =>
    heldAt(evidence, turn).map(({ id }) => {
      const calls = servingCalls(evidence, turn, id)
      const says = `While on hold the client made ${calls.length} calls for data of authorization ${id}.`
      return { holds: calls.length > 0, says, rests: [turn, ...calls] }
    }),
})

/** How a third party comes to production, and what it does when that closes. */
export const registration: readonly Check[] = [
  connectivity,
  oauthTest,
  applicationTest,
  waitsForApproval,
  leavesTests,
  toldAddress,
  leavesRetired,
  stopsWhenOver,
  goesOnWhileHeld,
]

/** The first turn of its kind before approval, if a test was still to pass then. */
function firstInTests(evidence: Evidence, test: keyof Registration['tests'], ask: string): Turn[] {
  // Whoever was accepted later has credentials that only the makers of a client could have given it.
  const [opening] = evidence.turns
  if (opening === undefined || !isInTests(evidence, opening)) return []
  const [first] = evidence.turns.filter((turn) => turn.ask === ask && isInTests(evidence, turn))
  return first === undefined || truth(evidence).after(first).registration.tests[test] !== null ? [] : [first]
}

function lifeAt(evidence: Evidence, moment: { id: number }): Registration['life'] {
  return truth(evidence).after(moment).registration.life
}

function isInTests(evidence: Evidence, moment: { id: number }): boolean {
  return ['accepted', 'inReview'].includes(lifeAt(evidence, moment).status)
}

function isInProduction(evidence: Evidence, moment: { id: number }): boolean {
  return ['approved', 'onHold'].includes(lifeAt(evidence, moment).status)
}

function isUnknownToProvider({ refusal }: Call): boolean {
  return refusal === 'clientInvalid' || refusal === 'registrationClosed'
}

function isRetired({ path }: Call): boolean {
  return path === '/datacustodian/oauth/v2/authorize'
}

type ToldPlaces = { call: Call; page: string; token: string }

/** What the client had last read of where production is. */
function toldBefore(evidence: Evidence, { id }: Call): ToldPlaces | undefined {
  const call = callsOf(evidence).findLast(
    (one) => one.endpoint === 'applicationInformation.read' && one.heard && one.id < id,
  )
  if (call === undefined) return undefined
  const body = call.entry.response?.body?.text ?? ''
  const word = (name: string) => new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>([^<]*)<`).exec(body)?.[1] ?? ''
  return {
    call,
    page: word('authorizationServerAuthorizationEndpoint'),
    token: word('authorizationServerTokenEndpoint'),
  }
}

function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname : address
}
