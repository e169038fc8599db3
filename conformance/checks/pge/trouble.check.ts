import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import { callsIn, heldAt, named, nextSync, servingCalls, spelled, syncs, truth, type Call } from './facts/index.ts'

/** How often one call may be tried in one run. */
const mostTries = 4

const asksStatus = check({
  id: 'pge/trouble/asks-service-status',
  title: 'asks for the service status when nothing else answers',
  requirement: 'PGE-TROUBLE-1',
  level: 'must',
  remedy:
    'After Internal Server Error read ReadServiceStatus: 0 means an outage, and that you had better come back later.',
  when: (evidence) => outages(evidence),
  then: (evidence, turn) => {
    const [first] = callsIn(evidence, turn).filter(isFailed)
    const asked = callsIn(evidence, turn).filter(({ endpoint }) => endpoint === 'serviceStatus.read')
    const says = `During an outage the client asked for the service status ${asked.length} times.`
    return [{ holds: asked.length > 0, says, rests: [...(first ? [first] : [turn]), ...asked] }]
  },
})

const stopsInOutage = check({
  id: 'pge/trouble/stops-in-outage',
  title: 'asks for nothing more once it knows of an outage',
  requirement: 'PGE-TROUBLE-2',
  level: 'must',
  remedy: 'When currentStatus is 0 end the run: whatever you ask for is answered 500.',
  when: (evidence) =>
    outages(evidence).flatMap((turn) => {
      const told = callsIn(evidence, turn).find(({ endpoint, heard }) => endpoint === 'serviceStatus.read' && heard)
      return told ? [{ turn, told }] : []
    }),
  then: (evidence, { turn, told }) => {
    const after = callsIn(evidence, turn).filter((call) => call.id > told.id && call.endpoint !== 'serviceStatus.read')
    const says = `Told of the outage, the client made ${after.length} more calls in that run.`
    return [{ holds: after.length === 0, says, rests: [told, ...after] }]
  },
})

const boundsRetries = check({
  id: 'pge/trouble/bounds-retries',
  title: 'tries a call that fails a few times only',
  requirement: 'PGE-TROUBLE-3',
  level: 'must',
  remedy: 'Try again two or three times with growing pauses, then leave it to the next run.',
  when: (evidence) => evidence.turns.filter((turn) => callsIn(evidence, turn).some(isFailed)),
  then: (evidence, turn) => {
    const tries = new Map<string, Call[]>()
    for (const call of callsIn(evidence, turn).filter(isFailed)) {
      const key = `${spelled(call)} ${JSON.stringify(call.entry.request.decoded)}`
      tries.set(key, [...(tries.get(key) ?? []), call])
    }
    const [most = []] = [...tries.values()].sort((one, other) => other.length - one.length)
    const says = `In one run the client tried ${most[0] ? spelled(most[0]) : 'nothing'} ${most.length} times in vain.`
    return [{ holds: most.length <= mostTries, says, rests: most }]
  },
})

const asksAgain = check({
  id: 'pge/trouble/asks-again',
  title: 'asks again, in the same run or in the next, when no proper answer came',
  requirement: 'PGE-TROUBLE-4',
  level: 'must',
  remedy: 'A 500, a page of HTML or half a feed is no answer: ask again for the same days, and keep nothing of it.',
  when: (evidence) => syncs(evidence).flatMap((turn) => callsIn(evidence, turn).filter(isFailed)),
  then: (evidence, call) => {
    const next = nextSync(evidence, call)
    const turns = [call.turn, next].filter((turn) => turn !== undefined)
    const again = turns
      .flatMap((turn) => callsIn(evidence, turn))
      .find(({ id, method, path }) => id > call.id && method === call.method && path === call.path)
    if (again === undefined && next === undefined) return []
    const says = `After no proper answer to ${spelled(call)} the client asked ${again ? 'again' : 'no more'}.`
    return [{ holds: again !== undefined, says, rests: again ? [call, again] : [call] }]
  },
})

const losesNobody = check({
  id: 'pge/trouble/loses-nobody',
  title: 'goes on with each customer after trouble on the line',
  requirement: 'PGE-TROUBLE-5',
  level: 'must',
  remedy: 'Trouble says nothing about authorizations: only PG&E saying so ends one.',
  when: (evidence) => syncs(evidence).filter((turn) => callsIn(evidence, turn).some(isFailed)),
  then: (evidence, turn) => {
    const next = nextSync(evidence, turn)
    if (next === undefined || !truth(evidence).after(next).isUp) return []
    const before = new Set(heldAt(evidence, turn).map(({ id }) => id))
    const held = heldAt(evidence, next).filter(({ id }) => before.has(id))
    return held.map(({ id }) => {
      const calls = servingCalls(evidence, next, id)
      const says = `In the run after trouble the client made ${calls.length} calls for data of ${named(evidence, id)}.`
      return { holds: calls.length > 0, says, rests: calls.length > 0 ? calls : [next] }
    })
  },
})

/** What a client makes of it that the provider, or the way to it, does not work. */
export const trouble: readonly Check[] = [asksStatus, stopsInOutage, boundsRetries, asksAgain, losesNobody]

/** No answer, a failure, or one that was spoilt on its way; refusals are answers. */
function isFailed({ status, heard, entry }: Call): boolean {
  if (status === undefined || status >= 500) return true
  return entry.fault !== undefined && entry.refusal === undefined && !heard
}

/** Turns in which data was asked for while the service was down. */
function outages(evidence: Evidence): Turn[] {
  return evidence.turns.filter((turn) => {
    if (truth(evidence).after(turn).isUp) return false
    return callsIn(evidence, turn).some(isFailed)
  })
}
