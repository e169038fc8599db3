import { check, type Check } from '../../check.ts'
import { bodyOf, textOf, within } from './facts/bodies.ts'
import {
  callsIn,
  dueAt,
  heldAt,
  isFailed,
  named,
  nextSync,
  servingCalls,
  smoothSyncs,
  spelled,
  syncs,
  type Call,
} from './facts/index.ts'

/** How often one call may be tried in one run. */
const mostTries = 4

const boundsRetries = check({
  id: 'enedis-data-connect/trouble/bounds-retries',
  title: 'tries a call that fails a few times only',
  requirement: 'DC-TROUBLE-1',
  level: 'must',
  remedy:
    'Try again two or three times with growing pauses, then leave it to the next run: technical errors last for days.',
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
  id: 'enedis-data-connect/trouble/asks-again',
  title: 'asks again, in the same run or in the next, when no proper answer came',
  requirement: 'DC-TROUBLE-2',
  level: 'must',
  remedy: 'A 500, an HTML page or half an answer is no answer: ask again for the same days, and keep nothing of it.',
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
  id: 'enedis-data-connect/trouble/loses-nobody',
  title: 'goes on with each customer after trouble at Enedis',
  requirement: 'DC-TROUBLE-3',
  level: 'must',
  remedy: 'A 500 or 503 says nothing about a consent: only 403 ADAM-DC-0008 ends one.',
  when: (evidence) => syncs(evidence).filter((turn) => callsIn(evidence, turn).some(isFailed)),
  then: (evidence, turn) => {
    const next = smoothSyncs(evidence).find(({ id }) => id > turn.id)
    if (next === undefined) return []
    const before = new Set(heldAt(evidence, turn).map(({ id }) => id))
    return dueAt(evidence, next)
      .filter(({ id }) => before.has(id))
      .map(({ usagePoint }) => {
        const calls = servingCalls(evidence, next, usagePoint)
        const says = `In the next run without trouble the client made ${calls.length} calls for data of ${named(evidence, usagePoint)}.`
        return { holds: calls.length > 0, says, rests: calls.length > 0 ? calls.slice(0, 1) : [next] }
      })
  },
})

const anyBody = check({
  id: 'enedis-data-connect/trouble/any-body',
  title: 'ends its run in order whatever stands in the body of an error',
  requirement: 'DC-TROUBLE-4',
  level: 'must',
  remedy:
    'Judge by the status first: errors come as HTML, as an object inside error, in a list, or without a body at all.',
  when: (evidence) => evidence.turns.filter((turn) => callsIn(evidence, turn).some(isOdd)),
  then: (evidence, turn) => {
    const odd = callsIn(evidence, turn).filter(isOdd)
    const says = `An error came whose body is no plain error, and the client ended with exit code ${turn.exit}.`
    return [{ holds: turn.exit === 0 && !turn.hung, says, rests: odd.slice(0, 3) }]
  },
})

/** What a client makes of it that Enedis, or the way to it, does not work. */
export const trouble: readonly Check[] = [boundsRetries, asksAgain, losesNobody, anyBody]

/** An error without a code and a text where most have them. */
function isOdd({ status, entry, answered }: Call): boolean {
  if (!answered || status === undefined || status < 400) return false
  const told = within({ told: bodyOf(entry.response?.body ?? null) }, 'told')
  return textOf(told['error']) === undefined && textOf(told['code']) === undefined
}
