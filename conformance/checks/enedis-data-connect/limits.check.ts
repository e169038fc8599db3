import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import { bodyOf, textOf, within } from './facts/bodies.ts'
import { callsIn, callsOf, nextSync, spelled, type Call } from './facts/index.ts'

/** So many calls a second are allowed; one more is too many. */
const perSecond = 5
/** How much less than a second they may take: clocks are not exact, and one call may catch up with another. */
const tolerance = 0.8
/** Paced seconds a client should wait at least when it is told to wait without a word on how long. */
const leastPause = 0.9
/** After so many refusals without one call between them the quota is spent, and asking costs more of it. */
const mostInARow = 5
const minuteMs = 60_000

const fiveASecond = check({
  id: 'enedis-data-connect/limits/five-a-second',
  title: 'makes no more than five calls a second',
  requirement: 'DC-LIMIT-1',
  level: 'must',
  remedy: 'Let 200 ms pass between calls, of all your tasks together (divide by WATTPROOF_PACE here).',
  when: ({ turns }) => turns,
  then: (evidence, turn) => {
    // How soon a client comes back after it was told that it hurries is a question of its own.
    const all = callsIn(evidence, turn).filter(({ kind }) => kind !== 'token')
    const calls = all.filter((_, index) => all[index - 1]?.status !== 429)
    if (calls.length <= perSecond) return []
    const spans = calls.slice(perSecond).map((last, index) => {
      const first = calls[index] as Call
      return { first, last, seconds: ((beganAt(last) - beganAt(first)) * evidence.pace) / 1000 }
    })
    const fastest = spans.reduce((least, span) => (span.seconds < least.seconds ? span : least))
    const says = `Asked to ${turn.ask}, the client made ${calls.length} calls, ${perSecond + 1} of them within ${fastest.seconds.toFixed(1)} s.`
    return [{ holds: fastest.seconds >= tolerance, says, rests: [fastest.first, fastest.last] }]
  },
})

const backsOff = check({
  id: 'enedis-data-connect/limits/backs-off',
  title: 'waits before it calls again after 429, although nothing tells how long',
  requirement: 'DC-LIMIT-2',
  level: 'must',
  remedy: 'There is no Retry-After: wait a second, and longer after each further 429 (divide by WATTPROOF_PACE here).',
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
  id: 'enedis-data-connect/limits/comes-back',
  title: 'sends a call again that was one too many, in the same run or in a later one',
  requirement: 'DC-LIMIT-3',
  level: 'must',
  remedy: 'A 429 means later, not never: keep what is still to do, and begin the next run with it.',
  when: throttled,
  then: (evidence, call) => {
    const again = callsOf(evidence).find((other) => other.id > call.id && isSame(other, call))
    if (again === undefined && nextSync(evidence, { id: nextSync(evidence, call)?.id ?? Infinity }) === undefined)
      return []
    const says = `After 429 the client ${again ? 'sent' : 'never sent'} ${spelled(call)} again.`
    return [{ holds: again !== undefined, says, rests: again ? [call, again] : [call] }]
  },
})

const leavesIt = check({
  id: 'enedis-data-connect/limits/leaves-spent-quota',
  title: 'ends its run when the quota of the hour is spent',
  requirement: 'DC-LIMIT-4',
  level: 'must',
  remedy: 'After some 429s in a row the quota is spent: leave the rest to a later run.',
  when: (evidence) => evidence.turns.filter((turn) => rowsIn(evidence, turn).length > 0),
  then: (evidence, turn) =>
    rowsIn(evidence, turn).map((row) => {
      const says = `The client was told ${row.length} times in a row that it had called too often.`
      return { holds: row.length <= mostInARow, says, rests: row }
    }),
})

const waitsUntil = check({
  id: 'enedis-data-connect/limits/waits-until-told',
  title: 'does not call again before the time that a spent quota names',
  requirement: 'DC-LIMIT-5',
  level: 'must',
  needs: 'own clock',
  remedy: 'Read nextAccessTime of a 429, where there is one, and keep it: a run before that time has nothing to gain.',
  when: (evidence) => throttled(evidence).filter((call) => (waitOf(call) ?? 0) > minuteMs),
  then: (evidence, call) => {
    const until = nextAccessOf(call) ?? ''
    const early = callsOf(evidence).filter(
      (one) => one.id > call.id && one.turn !== call.turn && one.at < until && apiOf(one) === apiOf(call),
    )
    const isTried = evidence.turns.some(({ id }) => id > call.id)
    const says = `A 429 named ${until} as the next time; the client called ${early.length} times before that in later runs.`
    return isTried ? [{ holds: early.length === 0, says, rests: [call, ...early] }] : []
  },
})

/** How often a client calls, and what it does when that was too often. */
export const limits: readonly Check[] = [fiveASecond, backsOff, comesBack, leavesIt, waitsUntil]

/** Milliseconds of the machine at which a call reached Enedis. */
function beganAt({ entry: { real } }: Call): number {
  return Date.parse(real.at) - (real.ms ?? 0)
}

function throttled(evidence: Evidence): Call[] {
  return callsOf(evidence).filter(({ status }) => status === 429)
}

/** The same request; the days it asks for may have moved on. */
function isSame(one: Call, other: Call): boolean {
  return one.method === other.method && one.path === other.path && one.usagePoint === other.usagePoint
}

function apiOf({ path, generation }: Call): string {
  return generation === 'v2' ? (path.split('/')[1] ?? '') : 'former'
}

/** `2026-Jul-17 05:00:00+0000 UTC` */
function nextAccessOf({ entry }: Call): string | undefined {
  const told = textOf(within({ body: bodyOf(entry.response?.body ?? null) }, 'body')['nextAccessTime'])
  const [, year, month, day, time] = /^(\d{4})-(\w{3})-(\d{2}) ([\d:]{8})/.exec(told ?? '') ?? []
  const ms = Date.parse(`${day} ${month} ${year} ${time} GMT`)
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}

function waitOf(call: Call): number | undefined {
  const until = nextAccessOf(call)
  return until === undefined ? undefined : Date.parse(until) - Date.parse(call.at)
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
