import { check, type Check } from '../../check.ts'
import {
  callsOf,
  decisionsIn,
  isFileOrder,
  isOrder,
  isSubscription,
  listed,
  nextSync,
  ownCalls,
  saidIn,
  spelled,
  wordOf,
  type Call,
} from './facts/index.ts'

const halfHourMs = 30 * 60_000

const identical = check({
  id: 'enedis-sge/orders/not-twice',
  title: 'does not send an order again within half an hour that it has sent in the same words',
  requirement: 'SGE-ORDER-1',
  level: 'must',
  remedy:
    'An order may have been taken although no answer came: remember it before you send it, and wait half an hour.',
  when: (evidence) => ownCalls(evidence).filter((call) => isOrder(call) && (call.done || call.status === undefined)),
  then: (evidence, call) => {
    const again = ownCalls(evidence).filter((one) => one.id > call.id && isSame(one, call) && isSoon(one, call))
    const says = `The client sent ${spelled(call)} ${again.length} times again within half an hour, in the same words.`
    return [{ holds: again.length === 0, says, rests: [call, ...again] }]
  },
})

const active = check({
  id: 'enedis-sge/orders/already-active',
  title: 'takes SGT570 for success: what it wants runs already',
  requirement: 'SGE-ORDER-2',
  level: 'must',
  needs: 'words',
  remedy: 'Look up the number of the service that runs, and keep it as one of yours; it is no refusal.',
  when: (evidence) => ownCalls(evidence).filter(({ code, turn }) => code === 'SGT570' && turn !== undefined),
  then: (evidence, call) => {
    const turn = call.turn
    if (turn === undefined) return []
    const services = (saidIn(evidence, turn, 'services') ?? []).filter(
      ({ usagePoint, state }) => call.usagePoints.includes(usagePoint) && state !== 'ended',
    )
    const refused = decisionsIn(evidence, turn).filter(({ decision, because }) =>
      `${decision} ${because}`.includes('570'),
    )
    const holds = services.length > 0 && refused.length === 0
    const says = `${listed(evidence, call.usagePoints)} had the service already; the client counts ${services.length} services there and told ${refused.length} times of a refusal.`
    return [{ holds, says, rests: [call] }]
  },
})

const refusalTold = check({
  id: 'enedis-sge/orders/refusal-told',
  title: 'tells a person that an order was refused, with its code',
  requirement: 'SGE-ORDER-3',
  level: 'must',
  needs: 'words',
  remedy: 'Read detail/erreur/resultat@code of the fault, and say it: nobody else knows what is missing.',
  when: (evidence) => ownCalls(evidence).filter((call) => isNo(call) && (isSubscription(call) || isFileOrder(call))),
  then: (evidence, call) => {
    const turn = call.turn
    if (turn === undefined) return []
    const decided = decisionsIn(evidence, turn)
    const holds = decided.some(({ decision, because }) => `${decision} ${because}`.includes(call.code ?? ''))
    const says = `${spelled(call)} was refused with ${call.code}, and the client told ${holds ? 'so' : 'nobody'}.`
    return [{ holds, says, rests: [call] }]
  },
})

const refusalOnce = check({
  id: 'enedis-sge/orders/refusal-once',
  title: 'does not repeat a call in one run that was refused for a reason',
  requirement: 'SGE-ORDER-4',
  level: 'must',
  remedy: 'SGT4xx is an answer: the same words come to the same code. Leave it for another run, and for a person.',
  when: (evidence) => callsOf(evidence).filter((call) => isNo(call)),
  then: (evidence, call) => {
    const again = callsOf(evidence).filter((one) => one.id > call.id && one.turn === call.turn && isSame(one, call))
    const says = `After ${call.code} the client sent ${spelled(call)} ${again.length} times again in the same run.`
    return [{ holds: again.length === 0, says, rests: [call, ...again] }]
  },
})

const askedAgain = check({
  id: 'enedis-sge/orders/lost-answer-looked-after',
  title: 'finds out what became of an order whose answer was lost',
  requirement: 'SGE-ORDER-5',
  level: 'must',
  needs: 'words',
  remedy: 'Search the services of the point in the next run: what is there has its number.',
  when: (evidence) =>
    ownCalls(evidence).filter(({ endpoint, done, heard }) => endpoint === 'collection.order' && done && !heard),
  then: (evidence, call) => {
    const turns = evidence.turns.filter(({ id }) => id > call.id)
    const last = turns.at(-1)
    const services = last && saidIn(evidence, last, 'services')
    if (last === undefined || services === undefined || nextSync(evidence, call) === undefined) return []
    const of = wordOf(call, 'mesuresTypeCode')
    const holds = services.some(
      (one) => call.usagePoints.includes(one.usagePoint) && one.state !== 'ended' && (one.of ?? of) === of,
    )
    const says = `The answer to ${spelled(call)} was lost, and in the end the client ${holds ? 'has' : 'does not have'} the service.`
    return [{ holds, says, rests: [call, last] }]
  },
})

/** How the client orders, and takes what is answered. */
export const orders: readonly Check[] = [identical, active, refusalTold, refusalOnce, askedAgain]

/** Codes that are no refusal of what was wanted, or tell that there is nothing to read. */
const soft = ['SGT570', 'SGT500', 'SGT506', 'SGT584']

/** A functional refusal. */
function isNo({ code, entry }: Call): boolean {
  return code !== undefined && entry.fault === undefined && !soft.includes(code)
}

function isSame(one: Call, other: Call): boolean {
  return one.endpoint === other.endpoint && JSON.stringify(one.words) === JSON.stringify(other.words)
}

function isSoon(one: Call, other: Call): boolean {
  return Date.parse(one.at) - Date.parse(other.at) < halfHourMs
}
