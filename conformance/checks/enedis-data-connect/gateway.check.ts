import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import {
  callsIn,
  callsOf,
  dueAt,
  heldAt,
  isTroubled,
  named,
  nextSync,
  saidIn,
  sentOf,
  servingCalls,
  smoothSyncs,
  syncs,
  truth,
  type Call,
} from './facts/index.ts'
import { isTold } from './facts/windows.ts'
import { daysLater, parisDay } from './facts/paris.ts'
import type { Turn } from '../../evidence.ts'

/** So often an API that is not subscribed, or is gone, may be tried in one run. */
const mostTries = 3

const keepsCustomers = check({
  id: 'enedis-data-connect/gateway/unsubscribed-keeps-customers',
  title: 'gives no customer up because its application may not use an API',
  requirement: 'DC-GATEWAY-1',
  level: 'must',
  remedy:
    '900908 is about your application, with whoever’s token: it says nothing about consents. Ask again in later runs.',
  when: (evidence) => syncs(evidence).filter((turn) => callsIn(evidence, turn).some(isUnsubscribed)),
  then: (evidence, turn) => {
    const next = nextSync(evidence, turn)
    if (next === undefined || isTroubled(evidence, next)) return []
    return dueAt(evidence, next).map(({ usagePoint }) => {
      const calls = servingCalls(evidence, next, usagePoint)
      const says = `After 900908 the client made ${calls.length} calls for data of ${named(evidence, usagePoint)} in its next run.`
      return {
        holds: calls.length > 0 || callsIn(evidence, next).some(isUnsubscribed),
        says,
        rests: [turn, ...calls.slice(0, 1)],
      }
    })
  },
})

const tellsPerson = check({
  id: 'enedis-data-connect/gateway/unsubscribed-told',
  title: 'tells a person that its application may not use an API',
  requirement: 'DC-GATEWAY-2',
  level: 'must',
  needs: 'words',
  remedy: 'Only you can subscribe your application: print a decision that says so, and not one about a customer.',
  when: (evidence) => evidence.turns.filter((turn) => callsIn(evidence, turn).some(isUnsubscribed)),
  then: (evidence, turn) => {
    const refused = callsIn(evidence, turn).filter(isUnsubscribed)
    const said = saidIn(evidence, turn, 'decisions') ?? []
    const ended = said.filter(({ decision }) => /consent/i.test(decision))
    const holds = said.length > ended.length
    const says = `An API is not subscribed, and the client decided: ${said.map(({ decision }) => decision).join(', ') || 'nothing'}.`
    return [{ holds, says, rests: refused }]
  },
})

const bounded = check({
  id: 'enedis-data-connect/gateway/does-not-hammer',
  title: 'does not go on asking an API in one run that its application may not use',
  requirement: 'DC-GATEWAY-3',
  level: 'must',
  remedy: 'After 900908 leave that API for this run: it will refuse every customer’s data alike.',
  when: (evidence) => evidence.turns.filter((turn) => callsIn(evidence, turn).some(isUnsubscribed)),
  then: (evidence, turn) => {
    const refused = callsIn(evidence, turn).filter(isUnsubscribed)
    const apis = [...new Set(refused.map(apiOf))]
    return apis.map((api) => {
      const calls = refused.filter((call) => apiOf(call) === api)
      const says = `In one run the client asked ${api} ${calls.length} times, which it may not use.`
      return { holds: calls.length <= mostTries, says, rests: calls }
    })
  },
})

const movesOn = check({
  id: 'enedis-data-connect/gateway/moves-on',
  title: 'goes over to the measures of 2026 when those of v5 are gone',
  requirement: 'DC-GATEWAY-4',
  level: 'must',
  remedy: 'v5 ends in October 2026: ask mesure_synchrone_auto/v2 for the same usage points with the same consents.',
  when: (evidence) => afterCutOver(evidence).slice(0, 1),
  then: (evidence, turn) => {
    const last = afterCutOver(evidence)[1] ?? turn
    return dueAt(evidence, turn).map(({ usagePoint }) => {
      const calls = [turn, last].flatMap((one) => servingCalls(evidence, one, usagePoint))
      const heard = calls.filter(({ generation, status }) => generation === 'v2' && (status ?? 500) < 500)
      const says = `After the end of v5 the client made ${heard.length} calls of v2 for ${named(evidence, usagePoint)}.`
      return { holds: heard.length > 0, says, rests: heard.length > 0 ? heard.slice(0, 1) : [turn] }
    })
  },
})

const noDayLost = check({
  id: 'enedis-data-connect/gateway/no-day-lost',
  title: 'loses no day of the change from v5 to v2',
  requirement: 'DC-GATEWAY-5',
  level: 'must',
  remedy: 'Begin on v2 where v5 ended: the last day you have, not the day of the change.',
  when: (evidence) => smoothCutOvers(evidence),
  then: (evidence, turn) => {
    const changed = cutOverAt(evidence) ?? turn.at
    return heldAt(evidence, turn).map(({ usagePoint }) => {
      const days = [-2, -1, 0]
        .map((days) => daysLater(parisDay(changed), days))
        .filter((day) => day < parisDay(turn.at))
      const left = days.filter((day) => !isTold(evidence, usagePoint, day, { id: turn.until }))
      const says = `Around the end of v5 the client was not told ${left.join(', ') || 'nothing'} of ${named(evidence, usagePoint)}.`
      return { holds: left.length === 0, says, rests: [turn] }
    })
  },
})

const sameConsents = check({
  id: 'enedis-data-connect/gateway/same-consents',
  title: 'asks no customer for a new consent because v5 has ended',
  requirement: 'DC-GATEWAY-6',
  level: 'must',
  remedy: 'Consents given on the page of v1 keep working on v2: use the usage points you have.',
  when: (evidence) => afterCutOver(evidence),
  then: (evidence, turn) => {
    const said = saidIn(evidence, turn, 'consents') ?? []
    const given = heldAt(evidence, turn).map(({ usagePoint }) => usagePoint)
    const dropped = said.filter(({ usagePoint, status }) => given.includes(usagePoint ?? '') && status !== 'active')
    const sent = sentOf(evidence).filter(({ call }) => call.turn === turn)
    const says = `After the end of v5 the client sent ${sent.length} customers to consent again, and gave ${dropped.length} consents up.`
    const rests = sent.length > 0 ? sent.map(({ call }) => call) : [turn]
    return [{ holds: sent.length === 0 && dropped.length === 0, says, rests }]
  },
})

const leavesV5 = check({
  id: 'enedis-data-connect/gateway/leaves-v5',
  title: 'does not go on asking v5 in run after run when it is gone',
  requirement: 'DC-GATEWAY-7',
  level: 'must',
  remedy: 'Remember that v5 has ended: each run that tries it first spends calls on nothing.',
  when: (evidence) => afterCutOver(evidence).slice(1),
  then: (evidence, turn) => {
    const off = callsIn(evidence, turn).filter(({ refusal }) => refusal === 'generationOff')
    const says = `In a later run after the end of v5 the client asked v5 ${off.length} times.`
    return [{ holds: off.length === 0, says, rests: off.length > 0 ? off : [turn] }]
  },
})

/** What stands before the data: subscriptions of the application, and generations that come and go. */
export const gateway: readonly Check[] = [
  ...[keepsCustomers, tellsPerson, bounded, movesOn, noDayLost, sameConsents, leavesV5],
]

function isUnsubscribed({ refusal }: Call): boolean {
  return refusal === 'notSubscribed'
}

function apiOf({ path }: Call): string {
  return path.split('/')[1] ?? ''
}

/** Runs after v5, which had answered in this story, was switched off. */
function afterCutOver(evidence: Evidence): Turn[] {
  const past = truth(evidence)
  const hadV5 = callsOf(evidence).some(({ generation, heard }) => generation === 'v5' && heard)
  const [first] = evidence.turns
  if (first === undefined || !past.before(first).generations.v5) return []
  return syncs(evidence).filter((turn) => hadV5 && !past.after(turn).generations.v5)
}

/** Those of them in which nothing was amiss. */
function smoothCutOvers(evidence: Evidence): Turn[] {
  return smoothSyncs(evidence)
    .filter((turn) => afterCutOver(evidence).includes(turn))
    .slice(-1)
}

/** When v5 was switched off. */
function cutOverAt(evidence: Evidence): string | undefined {
  const past = truth(evidence)
  return evidence.journal
    .entries()
    .find((entry) => past.before(entry).generations.v5 && !past.after(entry).generations.v5)?.at
}
