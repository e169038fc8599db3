import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import {
  answersOf,
  callsIn,
  callsOf,
  named,
  nextSync,
  saidIn,
  saidOf,
  statusAt,
  syncs,
  truth,
  type Call,
} from './facts/index.ts'
import { sharesAt } from './facts/held.ts'
import { isSame } from './facts/requests.ts'

const concludesNothing = check({
  id: 'portfolio-manager/trouble/concludes-nothing',
  title: 'concludes nothing from an answer it cannot read',
  requirement: 'PM-TROUBLE-1',
  level: 'must',
  needs: 'words',
  remedy: 'An HTML page, an empty body or a broken connection is no list: keep what you knew, and ask again.',
  when: (evidence) => syncs(evidence).filter((turn) => unheard(evidence, turn).length > 0),
  then: (evidence, turn) => {
    const view = truth(evidence).after({ id: turn.until })
    const rests = unheard(evidence, turn)
    const accounts = saidIn(evidence, turn, 'connections')?.map(({ account }) => account)
    const shares = saidIn(evidence, turn, 'shares')
    const connected = Object.keys(view.connections).filter((id) => view.connections[id]?.status === 'connected')
    const lost = [
      ...(accounts === undefined
        ? []
        : connected.filter((id) => !accounts.includes(id)).map((id) => ({ kind: 'account', id }) as const)),
      ...(shares === undefined ? [] : sharesAt(view).filter((held) => saidOf(shares, held) === undefined)),
    ]
    if (accounts === undefined && shares === undefined) return []
    const what = lost.map((item) => named(evidence, item)).join(', ')
    const says = `After an answer it could not read, the client ${lost.length === 0 ? 'kept what it knew' : `took for lost: ${what}`}.`
    return [{ holds: lost.length === 0, says, rests }]
  },
})

const asksAgain = check({
  id: 'portfolio-manager/trouble/asks-again',
  title: 'asks again, in the same run or in the next, when no proper answer came',
  requirement: 'PM-TROUBLE-2',
  level: 'must',
  remedy: 'Repeat a GET after trouble on the line or a 5xx, a few times with a pause; then leave it to the next run.',
  when: (evidence) =>
    syncs(evidence).flatMap((turn) => unheard(evidence, turn).filter(({ method }) => method === 'GET')),
  then: (evidence, call) => {
    const next = nextSync(evidence, call)
    const again = callsOf(evidence).filter(
      (other) => other.id > call.id && other.path === call.path && (other.turn === call.turn || other.turn === next),
    )
    if (again.length === 0 && next === undefined) return []
    const says = `After no proper answer to GET ${call.path} the client asked ${again.length > 0 ? 'again' : 'no more'}.`
    return [{ holds: again.length > 0, says, rests: [call, ...again.slice(0, 1)] }]
  },
})

const settledIsSettled = check({
  id: 'portfolio-manager/trouble/settled-is-settled',
  title: 'takes a request that is answered already for answered, and goes on',
  requirement: 'PM-TROUBLE-3',
  level: 'must',
  remedy: 'A 400 with -200 on an answer means that a colleague, a cascade or your own lost call was quicker: go on.',
  when: settledByOthers,
  then: (evidence, call) => {
    const later = callsOf(evidence).filter((other) => other.turn === call.turn && other.id > call.id)
    const again = later.filter((other) => other.path === call.path && other.method === call.method)
    const holds = later.length > again.length && again.length === 0
    const says = `After 400 on ${call.path} the client sent the same answer ${again.length} times again and made ${later.length - again.length} other calls.`
    return [{ holds, says, rests: [call, ...again] }]
  },
})

export const trouble: readonly Check[] = [concludesNothing, asksAgain, settledIsSettled]

/** Calls of a turn to which no answer came that a client could read. */
function unheard(evidence: Evidence, turn: Turn): Call[] {
  return callsIn(evidence, turn).filter(({ heard, refusal }) => !heard && refusal === undefined)
}

/** Answers that were refused because the request had been settled, and not by an answer the client knew of. */
function settledByOthers(evidence: Evidence): Call[] {
  const answers = answersOf(evidence)
  return answers
    .filter((answer) => {
      const isRefused = answer.call.status === 400 && (answer.call.refusal ?? '').startsWith('noPending')
      const isSettled =
        statusAt(evidence, answer, { id: answer.call.id }) === 'connected' ||
        statusAt(evidence, answer, { id: answer.call.id }) === 'active'
      const byItself = answers.some(
        (other) => isSame(other, answer) && other.call.id < answer.call.id && other.call.done && other.call.heard,
      )
      return isRefused && isSettled && !byItself
    })
    .map(({ call }) => call)
}
