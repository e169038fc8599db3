import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import { callsIn, callsOf, heldAt, nextSync, servingCalls, spelled, syncs, type Call } from './facts/index.ts'

/** So many calls are looked at together: clocks are not exact, and one call may catch up with another. */
const run = 3
/** How much less than a second each the calls of a run may take. */
const tolerance = 0.6
/** Paced seconds a client should wait at least when it is told to wait without a word on how long. */
const leastPause = 0.9
/** After so many refusals without one call between them the allowance is spent, and asking costs more of it. */
const mostInARow = 5

const pace = check({
  id: 'pge/limits/one-a-second',
  title: 'makes no more than one call a second',
  requirement: 'PGE-LIMIT-1',
  level: 'must',
  remedy: 'Let a second pass between calls, of all your clients and tasks together (divide by WATTPROOF_PACE here).',
  when: ({ turns }) => turns,
  then: (evidence, turn) => {
    // How soon a client comes back after it was told that it hurries is a question of its own.
    const calls = callsIn(evidence, turn).filter(({ status }) => status !== 429)
    if (calls.length < run) return []
    const spans = calls.slice(run - 1).map((last, index) => {
      const first = calls[index] as Call
      return { first, last, seconds: ((beganAt(last) - beganAt(first)) * evidence.pace) / 1000 }
    })
    const fastest = spans.reduce((least, span) => (span.seconds < least.seconds ? span : least))
    const says = `Asked to ${turn.ask}, the client made ${calls.length} calls, ${run} of them within ${fastest.seconds.toFixed(1)} s.`
    return [{ holds: fastest.seconds >= (run - 1) * tolerance, says, rests: [fastest.first, fastest.last] }]
  },
})

const backsOff = check({
  id: 'pge/limits/backs-off',
  title: 'waits before it calls again when it is told that it called too often',
  requirement: 'PGE-LIMIT-2',
  level: 'must',
  remedy: 'After 429 wait some seconds, and longer after each further one (divide by WATTPROOF_PACE here).',
  when: throttled,
  then: (evidence, call) => {
    const next = callsOf(evidence).find(({ id, turn }) => id > call.id && turn === call.turn)
    if (next === undefined) return []
    const waited = ((beganAt(next) - Date.parse(call.entry.real.at)) * evidence.pace) / 1000
    const says = `After 429 the client waited ${waited.toFixed(1)} s.`
    return [{ holds: waited >= leastPause, says, rests: [call, next] }]
  },
})

const comesBack = check({
  id: 'pge/limits/comes-back',
  title: 'sends a call again that was one too many, in the same run or in the next',
  requirement: 'PGE-LIMIT-3',
  level: 'must',
  remedy: 'A 429 means later, not never: keep what is still to do, and begin the next run with it.',
  when: throttled,
  then: (evidence, call) => {
    const next = nextSync(evidence, call)
    const again = callsOf(evidence).find(
      (other) => other.id > call.id && isSame(other, call) && (other.turn === call.turn || other.turn === next),
    )
    if (again === undefined && next === undefined) return []
    const says = `After 429 the client ${again ? 'sent' : 'never sent'} ${spelled(call)} again.`
    return [{ holds: again !== undefined, says, rests: again ? [call, again] : [call] }]
  },
})

const leavesIt = check({
  id: 'pge/limits/leaves-spent-allowance',
  title: 'leaves the rest to a later run when its allowance is spent',
  requirement: 'PGE-LIMIT-4',
  level: 'must',
  remedy: 'After some 429s in a row the allowance of the hour is spent: end the run, and go on in an hour.',
  when: (evidence) => evidence.turns.filter((turn) => rowsIn(evidence, turn).length > 0),
  then: (evidence, turn) =>
    rowsIn(evidence, turn).map((row) => {
      const says = `The client was told ${row.length} times in a row that it had called too often.`
      return { holds: row.length <= mostInARow, says, rests: row }
    }),
})

const servesAll = check({
  id: 'pge/limits/serves-all-in-time',
  title: 'serves those later for whom the allowance did not last',
  requirement: 'PGE-LIMIT-5',
  level: 'must',
  remedy: 'Begin each run with those who have waited longest: otherwise the last of the list never have their turn.',
  when: (evidence) =>
    syncs(evidence)
      .filter((turn) => callsIn(evidence, turn).some(({ status }) => status === 429))
      .slice(0, 1),
  then: (evidence, first) => {
    const later = syncs(evidence).filter(({ id }) => id >= first.id)
    const last = later.at(-1)
    if (last === undefined || later.length < 3) return []
    return heldAt(evidence, { id: last.until, at: last.at }).map(({ id }) => {
      const calls = later.flatMap((turn) => servingCalls(evidence, turn, id).filter(({ heard }) => heard))
      const says = `In ${later.length} runs on a small allowance the client had data of authorization ${id} ${calls.length} times.`
      return { holds: calls.length > 0, says, rests: calls.length > 0 ? calls.slice(0, 1) : [last] }
    })
  },
})

/** How often a client calls, and what it does when that was too often. */
export const limits: readonly Check[] = [pace, backsOff, comesBack, leavesIt, servesAll]

/** Milliseconds of the machine at which a call reached the provider. */
function beganAt({ entry: { real } }: Call): number {
  return Date.parse(real.at) - (real.ms ?? 0)
}

function throttled(evidence: Evidence): Call[] {
  return callsOf(evidence).filter(({ status }) => status === 429)
}

/** The same request; the window of time it asks for may have moved on. */
function isSame(one: Call, other: Call): boolean {
  return one.method === other.method && one.path === other.path
}

/** Each series of refusals without a call between them that was answered. */
function rowsIn(evidence: Evidence, turn: Turn): Call[][] {
  const rows: Call[][] = [[]]
  for (const call of callsIn(evidence, turn)) {
    if (call.status === 429) rows.at(-1)?.push(call)
    else rows.push([])
  }
  return rows.filter(({ length }) => length > 0)
}
