import type { Evidence } from '../../../evidence.ts'
import { bodyOf, listIn, textOf, within } from './bodies.ts'
import { callsOf, type Call } from './calls.ts'
import { daysLater } from './paris.ts'
import type { Direction, Generation } from './resources.ts'

/** A point of a curve: average power over some minutes. The same stamp may come twice on the long day of October. */
export type CurvePoint = { key: string; day: string; minutes: number; watts: number }
/** One answer's word on a day: the points of the curve, the day's energy, or its highest power. */
export type Telling = { call: Call; generation: Generation | undefined; points: readonly CurvePoint[] }
export type ToldCurve = { usagePoint: string; direction: Direction; day: string; tellings: readonly Telling[] }
export type ToldValue = { usagePoint: string; direction: Direction; day: string; value: number; call: Call }

type Told = { curves: ReadonlyMap<string, ToldCurve>; dailies: readonly ToldValue[]; peaks: readonly ToldValue[] }
const lists = new WeakMap<Evidence, Told>()

/** Everything the client was told of its customers' energy. */
export function toldOf(evidence: Evidence): Told {
  const known = lists.get(evidence) ?? read(evidence)
  lists.set(evidence, known)
  return known
}

export function keyOf({ usagePoint, direction, day }: Pick<ToldValue, 'usagePoint' | 'direction' | 'day'>): string {
  return `${usagePoint} ${direction} ${day}`
}

type Raw = { value: number; stamp: string; minutes: number }
type Answer = { call: Call; usagePoint: string; direction: Direction; raw: readonly Raw[] }

function read(evidence: Evidence): Told {
  const answers = callsOf(evidence)
    .filter(({ heard, status }) => heard && status === 200)
    .flatMap((call) => answerIn(call) ?? [])
  const curves = new Map<string, ToldCurve & { tellings: Telling[] }>()
  for (const answer of answers.filter(({ call }) => call.kind === 'curve')) {
    for (const [day, points] of byDay(answer)) {
      const { call, usagePoint, direction } = answer
      const known = curves.get(keyOf({ usagePoint, direction, day })) ?? { usagePoint, direction, day, tellings: [] }
      known.tellings.push({ call, generation: call.generation, points })
      curves.set(keyOf(known), known)
    }
  }
  return { curves, dailies: valuesOf(answers, 'daily'), peaks: valuesOf(answers, 'maxPower') }
}

function valuesOf(answers: readonly Answer[], kind: 'daily' | 'maxPower'): ToldValue[] {
  return answers
    .filter(({ call }) => call.kind === kind && call.query.get('mesuresPas') !== 'P1M')
    .flatMap(({ call, usagePoint, direction, raw }) =>
      raw.map(({ stamp, value }) => ({ call, usagePoint, direction, day: stamp.slice(0, 10), value })),
    )
}

function answerIn(call: Call): Answer | undefined {
  const body = bodyOf(call.entry.response?.body ?? null)
  const { usagePoint, direction } = call
  if (usagePoint === undefined || direction === undefined) return undefined
  return { call, usagePoint, direction, raw: call.generation === 'v2' ? rawOfV2(body) : rawOfV5(body) }
}

/** Where there are three phases, the whole is told first. */
function rawOfV2(body: unknown): Raw[] {
  const [quantity] = listIn(body, 'grandeur')
  return listIn(quantity, 'points').flatMap(({ v, d, p }) => rawOf(v, d, p))
}

function rawOfV5(body: unknown): Raw[] {
  const readings = listIn(within(body, 'meter_reading'), 'interval_reading')
  return readings.flatMap(({ value, date, interval_length: length }) => rawOf(value, date, length))
}

function rawOf(value: unknown, stamp: unknown, length: unknown): Raw[] {
  const [text, at] = [textOf(value), textOf(stamp)]
  if (text === undefined || text === '' || at === undefined) return []
  const minutes = Number(/^PT(\d+)M$/.exec(textOf(length) ?? '')?.[1] ?? 0)
  return [{ value: Number(text), stamp: at, minutes }]
}

/** The points of a curve by the day in which their intervals lie. */
function byDay({ call, raw }: Answer): Map<string, CurvePoint[]> {
  const isAtEnd = raw.some(({ stamp }) => stamp === `${call.until} 00:00:00`)
  const isAtStart = !isAtEnd && raw.some(({ stamp }) => stamp === `${call.from} 00:00:00`)
  const [days, seen] = [new Map<string, CurvePoint[]>(), new Map<string, number>()]
  for (const { value, stamp, minutes } of raw) {
    const day = !isAtStart && stamp.endsWith(' 00:00:00') ? daysLater(stamp.slice(0, 10), -1) : stamp.slice(0, 10)
    const times = (seen.get(stamp) ?? 0) + 1
    seen.set(stamp, times)
    const point = { key: `${stamp} ${times}`, day, minutes, watts: value }
    days.set(day, [...(days.get(day) ?? []), point])
  }
  return days
}
