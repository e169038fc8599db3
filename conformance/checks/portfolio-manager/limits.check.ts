import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { callsOf, nextSync, type Call } from './facts/index.ts'

/** Paced seconds a client should wait at least when nobody says how long. */
const leastPause = 0.6
/** What clocks and rounding may take from a pause. */
const tolerance = 0.9

const honoursRetryAfter = check({
  id: 'portfolio-manager/limits/honours-retry-after',
  title: 'comes back no sooner than Retry-After says',
  requirement: 'PM-LIMIT-1',
  level: 'must',
  remedy:
    'After 429 wait as many seconds as Retry-After says (divide by WATTPROOF_PACE here), then send the same call again.',
  when: (evidence) => throttled(evidence).filter((call) => retryAfter(call) !== undefined),
  then: (evidence, call) => {
    const again = nextOfItsKind(evidence, call)
    if (again === undefined || again.turn !== call.turn) return []
    const wanted = retryAfter(call) ?? 0
    const waited = pauseBetween(evidence, call, again)
    const says = `Told to come back after ${wanted} s, the client came back after ${waited.toFixed(1)} s.`
    return [{ holds: waited >= wanted * tolerance, says, rests: [call, again] }]
  },
})

const backsOff = check({
  id: 'portfolio-manager/limits/backs-off',
  title: 'backs off when it is throttled without a word on when to come back',
  requirement: 'PM-LIMIT-2',
  level: 'must',
  remedy: 'Wait a second after the first 429 and twice as long after each further one (divide by WATTPROOF_PACE here).',
  when: silentRuns,
  then: (evidence, run) => {
    const pauses = run.flatMap((call) => {
      const again = nextOfItsKind(evidence, call)
      return again === undefined || again.turn !== call.turn ? [] : [pauseBetween(evidence, call, again)]
    })
    if (pauses.length === 0) return []
    const total = pauses.reduce((sum, pause) => sum + pause, 0)
    const holds = pauses.every((pause) => pause >= leastPause) && total >= pauses.length * tolerance
    const says = `Throttled ${run.length} times, the client waited ${pauses.map((pause) => pause.toFixed(1)).join(', ')} s.`
    return [{ holds, says, rests: run }]
  },
})

const comesBack = check({
  id: 'portfolio-manager/limits/comes-back',
  title: 'sends a throttled call again, in the same run or in the next',
  requirement: 'PM-LIMIT-3',
  level: 'must',
  remedy: 'A 429 means later, not never: nothing was done, and nothing follows about the item.',
  when: throttled,
  then: (evidence, call) => {
    const next = nextSync(evidence, call)
    const again = nextOfItsKind(evidence, call)
    const isInTime = again !== undefined && (again.turn === call.turn || again.turn === next)
    if (!isInTime && next === undefined && call.turn?.exit !== 0) return []
    const says = `After 429 the client ${isInTime ? 'sent' : 'never sent'} ${call.method} ${call.path} again.`
    return [{ holds: isInTime, says, rests: again ? [call, again] : [call] }]
  },
})

export const limits: readonly Check[] = [honoursRetryAfter, backsOff, comesBack]

function throttled(evidence: Evidence): Call[] {
  return callsOf(evidence).filter(({ status }) => status === 429)
}

function retryAfter({ entry }: Call): number | undefined {
  const told = entry.response?.headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1]
  return told === undefined || Number.isNaN(Number(told)) ? undefined : Number(told)
}

function nextOfItsKind(evidence: Evidence, { id, method, path }: Call): Call | undefined {
  return callsOf(evidence).find((call) => call.id > id && call.method === method && call.path === path)
}

/** Seconds from an answer to the next request, as long as they would have been at the provider's own pace. */
function pauseBetween({ pace }: Evidence, { entry: first }: Call, { entry: next }: Call): number {
  const began = Date.parse(next.real.at) - (next.real.ms ?? 0)
  return ((began - Date.parse(first.real.at)) * pace) / 1000
}

/** Throttled calls of one kind that followed each other without being told when to come back. */
function silentRuns(evidence: Evidence): Call[][] {
  const silent = throttled(evidence).filter((call) => retryAfter(call) === undefined)
  const runs = new Map<string, Call[]>()
  for (const call of silent) {
    const key = `${call.turn?.id}/${call.method}/${call.path}`
    runs.set(key, [...(runs.get(key) ?? []), call])
  }
  return [...runs.values()]
}
