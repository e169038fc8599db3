import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import {
  agreementAt,
  agreementsOf,
  askedTo,
  callsIn,
  closedBecause,
  daysLater,
  everyIn,
  isAlive,
  isStop,
  isSubscription,
  isTroubled,
  named,
  ownCalls,
  parisDay,
  standingAt,
  syncs,
  truth,
  wordOf,
  type Agreement,
  type Call,
  type Service,
} from './facts/index.ts'

/** So many days ahead of its end a service is renewed. */
const renewedAhead = 60

const atOnce = check({
  id: 'enedis-sge/life/collects-at-once',
  title: 'has collection begin as soon as a customer agrees',
  requirement: 'SGE-LIFE-1',
  level: 'must',
  remedy: 'Order F300 and F305 in the same run: what nobody had collected by then is lost for good.',
  when: (evidence) => agreementsOf(evidence).filter(({ turn }) => isPossible(evidence, turn)),
  then: (evidence, { usagePoint, turn, of }) => {
    const ordered = subscriptionsOf(evidence, usagePoint).filter((call) => call.turn === turn)
    const running = servicesAt(evidence, usagePoint, turn).filter(({ measures }) => of.includes(measures))
    const holds = ordered.length > 0 || running.length > 0
    const says = `The customer of ${named(evidence, usagePoint)} agreed, and the client ${holds ? 'had collection begin' : 'ordered nothing'} in that run.`
    return [{ holds, says, rests: [turn, ...ordered] }]
  },
})

const beforeHistory = check({
  id: 'enedis-sge/life/collects-before-history',
  title: 'has collection begin before it orders history',
  requirement: 'SGE-LIFE-2',
  level: 'must',
  remedy: 'Order collection first and history after it: a history of days that nobody collected is empty.',
  when: (evidence) =>
    ownCalls(evidence).filter((call) => call.endpoint === 'history.order' && wordOf(call, 'mesureType') === 'CDC'),
  then: (evidence, call) =>
    call.usagePoints.flatMap((usagePoint) => {
      const agreement = agreementAt(evidence, usagePoint, call)
      if (!agreement?.of.includes('CDC')) return []
      const ordered = subscriptionsOf(evidence, usagePoint).filter((one) => one.id < call.id && isOfCurve(one))
      const running = servicesAt(evidence, usagePoint, call).filter(({ measures }) => measures === 'CDC')
      const holds = ordered.length > 0 || running.length > 0
      const says = `History of ${named(evidence, usagePoint)} was ordered ${holds ? 'after' : 'before'} collection.`
      return [{ holds, says, rests: [...ordered.slice(0, 1), call] }]
    }),
})

const stops = check({
  id: 'enedis-sge/life/stops',
  title: 'stops what runs for a customer who is no longer its own',
  requirement: 'SGE-LIFE-3',
  level: 'must',
  remedy: 'Look up the services of the point and end each of yours, in the run in which you learn of it.',
  when: (evidence) =>
    agreementsOf(evidence).flatMap(({ usagePoint, ended }) => (ended === null ? [] : [{ usagePoint, ended }])),
  then: (evidence, { usagePoint, ended }) => {
    const before = servicesAt(evidence, usagePoint, ended)
    const last = syncs(evidence).find((turn) => turn.id > ended.id && !isTroubled(evidence, turn)) ?? ended
    if (before.length === 0 || isTroubled(evidence, ended)) return []
    // Somebody may have agreed again meanwhile.
    if (standingAt(evidence, { id: last.until, at: last.at }).some((one) => one.usagePoint === usagePoint)) return []
    const after = servicesAt(evidence, usagePoint, { id: last.until, at: last.at })
    const says = `Of ${before.length} services on ${named(evidence, usagePoint)} the client left ${after.length} running.`
    return [{ holds: after.length === 0, says, rests: [ended, last] }]
  },
})

const keepsOthers = check({
  id: 'enedis-sge/life/stops-no-others',
  title: 'stops no service that a customer of its own still wants',
  requirement: 'SGE-LIFE-4',
  level: 'must',
  remedy: 'Stop by the number of the service, and only on points whose customers are yours no more.',
  when: (evidence) => ownCalls(evidence).filter((call) => isStop(call) && call.done),
  then: (evidence, call) => {
    const wanted = call.usagePoints.flatMap((usagePoint) => wantedAt(evidence, usagePoint, call))
    const says = `The client stopped a service on ${call.usagePoints.map((one) => named(evidence, one)).join(', ')}, whose customer ${wanted.length > 0 ? 'still agrees' : 'agrees no more'}.`
    return [{ holds: wanted.length === 0, says, rests: [call] }]
  },
})

const orderedOnce = check({
  id: 'enedis-sge/life/orders-once',
  title: 'does not order again what it has ordered and what still runs',
  requirement: 'SGE-LIFE-5',
  level: 'must',
  remedy: 'Keep the number of each service, and look its state up: DEMANDE becomes ACTIF within days.',
  when: (evidence) => ownCalls(evidence).filter(({ endpoint, heard }) => endpoint === 'collection.order' && heard),
  then: (evidence, call) => {
    const kind = kindOf(call)
    const again = ownCalls(evidence).filter(
      (one) => one.id > call.id && kindOf(one) === kind && isRunning(evidence, one, call),
    )
    const says = `After it had ordered ${kind} the client ordered the same ${again.length} times while that ran.`
    return [{ holds: again.length === 0, says, rests: [call, ...again] }]
  },
})

const unneeded = check({
  id: 'enedis-sge/life/stops-what-it-finds',
  title: 'stops also those services under its contract that it has not ordered itself, or has forgotten',
  requirement: 'SGE-LIFE-6',
  level: 'must',
  remedy:
    'Search the services of the point, of both families, and end each one that runs: your own notes may be short.',
  when: (evidence) => askedTo(evidence, 'unsubscribe').filter(({ turn, words }) => !wasAgreed(evidence, turn, words)),
  then: (evidence, { turn, words }) => {
    const usagePoint = String(words['usagePoint'])
    const before = servicesAt(evidence, usagePoint, turn)
    if (before.length === 0 || isTroubled(evidence, turn)) return []
    const last = syncs(evidence).find(({ id }) => id > turn.id) ?? turn
    const after = servicesAt(evidence, usagePoint, { id: last.until, at: last.at })
    const says = `Of ${before.length} services that ran on ${named(evidence, usagePoint)} the client left ${after.length} running.`
    return [{ holds: after.length === 0, says, rests: [turn, last] }]
  },
})

/** How services begin and end with what customers agreed to. */
export const life: readonly Check[] = [atOnce, beforeHistory, stops, keepsOthers, orderedOnce, unneeded]

/** Whether a run could order anything: the platform was open, and nothing went wrong. */
function isPossible(evidence: Evidence, turn: Turn): boolean {
  const { environment, logins, isLetIn } = truth(evidence).after(turn)
  const isOpen = environment === 'production' || closedBecause(turn.at) === undefined
  return (
    isOpen && isLetIn && logins.length > 0 && !isTroubled(evidence, turn) && !callsIn(evidence, turn).some(isAboutUs)
  )
}

function isAboutUs({ code, endpoint }: Call): boolean {
  return endpoint !== null && ['SGT483', 'SGT504', 'SGT502', 'SGT471', 'SGT472', 'SGT473'].includes(code ?? '')
}

function subscriptionsOf(evidence: Evidence, usagePoint: string): Call[] {
  return ownCalls(evidence).filter((call) => isSubscription(call) && call.usagePoints.includes(usagePoint))
}

function isOfCurve(call: Call): boolean {
  return ['mesuresTypeCode', 'typeDonnees'].some((name) => everyIn(call.words, name).includes('CDC'))
}

function servicesAt(evidence: Evidence, usagePoint: string, { id, at }: { id: number; at: string }): Service[] {
  const { services } = truth(evidence).after({ id })
  return services.filter((one) => one.usagePoint === usagePoint && isAlive(one, at))
}

function wantedAt(evidence: Evidence, usagePoint: string, call: Call): Agreement[] {
  return standingAt(evidence, call).filter((one) => one.usagePoint === usagePoint && !isChanged(evidence, usagePoint))
}

/** Whether what was agreed on a point has changed in the story: what ran before may have to end. */
function isChanged(evidence: Evidence, usagePoint: string): boolean {
  return askedTo(evidence, 'subscribe').filter(({ words }) => words['usagePoint'] === usagePoint).length > 1
}

/** What is ordered again and again: a kind of measures of a point and a direction. */
function kindOf(call: Call): string | undefined {
  if (call.endpoint !== 'collection.order') return undefined
  return ['pointId', 'mesuresTypeCode', 'soutirage', 'periodiciteTransmission']
    .map((name) => wordOf(call, name))
    .join(' ')
}

/** Whether what an order brought still ran when another one came. */
function isRunning(evidence: Evidence, again: Call, first: Call): boolean {
  const [usagePoint = ''] = first.usagePoints
  const measures = wordOf(first, 'mesuresTypeCode')
  const soon = daysLater(parisDay(again.at), renewedAhead)
  const running = servicesAt(evidence, usagePoint, { id: again.id - 1, at: again.at })
  // What ends soon may be renewed by another order.
  const isLasting = ({ until }: Service) => until === null || until > soon
  return running.some((one) => one.measures === measures && one.orderedAt <= first.at && isLasting(one))
}

function wasAgreed(evidence: Evidence, turn: Turn, words: Readonly<Record<string, unknown>>): boolean {
  return agreementsOf(evidence).some((one) => one.usagePoint === words['usagePoint'] && one.turn.id < turn.id)
}
