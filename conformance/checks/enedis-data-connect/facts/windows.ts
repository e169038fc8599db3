import type { Evidence, Turn } from '../../../evidence.ts'
import { callsOf, isForMeasures, type Call } from './calls.ts'
import { daysLater, isDay } from './paris.ts'
import { keyOf, toldOf } from './readings.ts'
import { syncs } from './turns.ts'

/** A request for measures with the days that it asks for; `until` is the first that it does not. */
export type Asked = { call: Call; from: string; until: string }

/** Requests for measures whose days can be read. */
export function askedOf(evidence: Evidence): Asked[] {
  return callsOf(evidence).flatMap((call) => {
    const { from, until } = call
    return isForMeasures(call) && isDay(from) && isDay(until) ? [{ call, from, until }] : []
  })
}

/** What one kind of measures of a usage point was asked for, in the order in which it was. */
export type Series = { usagePoint: string; kind: string; asked: readonly Asked[] }

/** Curves and daily energy: what a client follows day by day. */
export function seriesOf(evidence: Evidence): Series[] {
  const series = new Map<string, Series & { asked: Asked[] }>()
  for (const asked of askedOf(evidence)) {
    const { kind, direction, usagePoint } = asked.call
    if (usagePoint === undefined || (kind !== 'curve' && kind !== 'daily')) continue
    const key = `${usagePoint} ${kind} ${direction}`
    const known = series.get(key) ?? { usagePoint, kind: `${kind} of ${direction}`, asked: [] }
    known.asked.push(asked)
    series.set(key, known)
  }
  return [...series.values()]
}

/** Days that lie between windows of one run and that no run before, and nobody at all, has asked for. */
export function leftOutWithin({ asked }: Series, turn: Turn): string[] {
  const own = asked.filter(({ call }) => call.turn === turn)
  return between(
    own,
    asked.filter(({ call }) => call.id <= turn.until),
  )
}

/** Days between all that was asked for before a run and what the run asks for. */
export function leftOutBefore({ asked }: Series, turn: Turn): string[] {
  const before = asked.filter(({ call }) => call.id < turn.id)
  const own = asked.filter(({ call }) => call.turn === turn)
  const [until] = before
    .map((one) => one.until)
    .sort()
    .slice(-1)
  const [from] = own.map((one) => one.from).sort()
  if (until === undefined || from === undefined || from <= until) return []
  return daysFrom(until, from)
}

/** Runs of usual work in which a series was asked for. */
export function turnsOf(evidence: Evidence, { asked }: Series): Turn[] {
  return syncs(evidence).filter((turn) => asked.some(({ call }) => call.turn === turn))
}

/** Whether a day has been told, as a curve or a value, by a moment. */
export function isTold(evidence: Evidence, usagePoint: string, day: string, { id }: { id: number }): boolean {
  const { curves, dailies } = toldOf(evidence)
  return (['consumption', 'production'] as const).some((direction) => {
    const key = keyOf({ usagePoint, direction, day })
    if (curves.get(key)?.tellings.some(({ call }) => call.id <= id)) return true
    return dailies.some((one) => one.call.id <= id && keyOf(one) === key)
  })
}

function between(windows: readonly Asked[], all: readonly Asked[]): string[] {
  const [first] = windows.map(({ from }) => from).sort()
  const [last] = windows
    .map(({ until }) => until)
    .sort()
    .slice(-1)
  if (first === undefined || last === undefined) return []
  return daysFrom(first, last).filter((day) => !all.some(({ from, until }) => from <= day && day < until))
}

function daysFrom(from: string, until: string): string[] {
  const days = []
  for (let day = from; day < until; day = daysLater(day, 1)) days.push(day)
  return days
}
