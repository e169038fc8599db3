import type { Evidence, Turn } from '../../../evidence.ts'
import { daysLater, minutesOf, parisDay } from './paris.ts'
import type { CurvePoint, Direction } from './reading/told.ts'
import { toldBy, type Telling } from './readings.ts'
import { everySource, type Gathered } from './sources.ts'
import { agreementAt, stands } from './agreements.ts'
import { isHome } from './view.ts'
import { everSaid, type Source, type Vocabulary } from './words.ts'

/** What is special about a day, the rarest first: each check judges its own kind, so that one fault shows in one place. */
export type DayKind = 'corrected' | 'filled' | 'steps' | 'hole' | 'long' | 'short' | 'production' | 'twice' | 'plain'

/** A day as Enedis had told it by the end of a turn. */
export type TrueDay = {
  usagePoint: string
  direction: Direction
  day: string
  source: Source
  kind: DayKind
  /** Watt-hours, by each way in which its source tells them. */
  whs: readonly number[]
  /** Intervals of a curve whose value is known, and the sum of their watts as they stand; undefined without a curve. */
  curve: undefined | { count: number; watts: number; points: readonly CurvePoint[] }
  /** The day as it would be if stamps named the other side of intervals, with what its neighbours give it and without. */
  shifted: readonly number[]
  /** The day as it was told at first, where later tellings differ. */
  first: number | undefined
  /** What the dials showed in all as the day ended. */
  shown: number | undefined
  /** Reactive energy that was told beside it. */
  varh: number | undefined
  rests: readonly { id: number }[]
}
export type SaidDay = Vocabulary['days'][number]
/** What was told by the end of a turn, and what the client then said it held. */
export type HeldDay = { turn: Turn; told: TrueDay; said: SaidDay | undefined }

const lists = new WeakMap<Evidence, readonly HeldDay[]>()

/** Each day in each turn in which the client said what it held. */
export function heldDays(evidence: Evidence): readonly HeldDay[] {
  const known = lists.get(evidence) ?? read(evidence)
  lists.set(evidence, known)
  return known
}

/** Days that the client said it held and that nobody had told it of. */
export function inventedDays(evidence: Evidence): { turn: Turn; said: readonly SaidDay[]; invented: SaidDay[] }[] {
  return everSaid(evidence, 'days').map(({ turn, what }) => {
    const told = new Set(trueDays(evidence, turn).map((one) => keyOf(one.source, one)))
    return { turn, said: what, invented: what.filter((one) => !told.has(keyOf(one.from, one))) }
  })
}

function read(evidence: Evidence): HeldDay[] {
  return everSaid(evidence, 'days').flatMap(({ turn, what }) => {
    if (turn.ask === 'case') return []
    const said = new Map(what.map((one) => [keyOf(one.from, one), one]))
    return trueDays(evidence, turn).flatMap((told) => {
      const one = said.get(keyOf(told.source, told))
      // What is no longer its customer's, a client may forget.
      return one === undefined && !isOurs(evidence, told.usagePoint, turn) ? [] : [{ turn, told, said: one }]
    })
  })
}

function isOurs(evidence: Evidence, usagePoint: string, { until, at }: Turn): boolean {
  const agreement = agreementAt(evidence, usagePoint, { id: until })
  return agreement !== undefined && stands(agreement, { id: until, at })
}

type Way = { usagePoint: string; direction: Direction; day: string }
const keyOf = (source: string, { usagePoint, direction, day }: Way) => [source, usagePoint, direction, day].join(' ')

const memo = new WeakMap<Evidence, Map<string, readonly TrueDay[]>>()

/** Every day that the client may know of by the end of a turn. */
export function trueDays(evidence: Evidence, turn: Turn): readonly TrueDay[] {
  const known = memo.get(evidence) ?? new Map<string, readonly TrueDay[]>()
  memo.set(evidence, known)
  const tellings = toldBy(evidence, turn)
  // In most turns nothing is told that was not told by the one before.
  const key = tellings.map(({ id }) => id).join()
  const days = known.get(key) ?? daysIn(evidence, tellings)
  known.set(key, days)
  return days
}

function daysIn(evidence: Evidence, tellings: readonly Telling[]): TrueDay[] {
  const days = everySource(tellings)
  // Days of which reactive energy alone was told are days of another kind.
  const active = [...days.values()].filter(({ hasCurve, whs }) => hasCurve || whs.length > 0)
  return active.map((day) => {
    const points = [...day.points.values()].filter(({ value }) => value !== null)
    const watts = points.reduce((sum, { value }) => sum + (value ?? 0), 0)
    const side = isHome(evidence, day.usagePoint) ? 'end' : 'start'
    const { usagePoint, direction, source, varh, first, shown, rests, hasCurve } = day
    return {
      ...{ usagePoint, direction, day: day.day, source, varh, first, shown, rests },
      whs: [...(hasCurve ? [energyOf(points)] : []), ...day.whs],
      curve: hasCurve ? { count: points.length, watts, points: [...day.points.values()] } : undefined,
      shifted: shiftedOf(days, day, side),
      kind: kindOf(day, points),
    }
  })
}

function energyOf(points: readonly CurvePoint[]): number {
  return points.reduce((sum, { value, minutes }) => sum + ((value ?? 0) * minutes) / 60, 0)
}

function shiftedOf(days: ReadonlyMap<string, Gathered>, day: Gathered, side: 'start' | 'end'): number[] {
  const away = side === 'end' ? 1 : -1
  const isIn = ({ start, minutes }: CurvePoint) => parisDay(start + away * minutes * 60_000) === day.day
  const own = [...day.points.values()].filter(isIn)
  const around = [-1, 0, 1].flatMap((at) => {
    const one = days.get(keyOf(day.source, { ...day, day: daysLater(day.day, at) }))
    return one === undefined ? [] : [...one.points.values()]
  })
  return own.length > 0 ? [energyOf(around.filter(isIn)), energyOf(own)] : []
}

function kindOf(day: Gathered, points: readonly CurvePoint[]): DayKind {
  const minutes = minutesOf(day.day)
  const hasCurve = day.points.size > 0
  const known = points.reduce((sum, point) => sum + point.minutes, 0)
  const kinds: readonly [DayKind, boolean][] = [
    ['corrected', day.isCorrected],
    ['filled', day.isFilled],
    ['steps', new Set(points.map((point) => point.minutes)).size > 1],
    ['hole', hasCurve && known < minutes],
    ['long', hasCurve && minutes > 1440],
    ['short', hasCurve && minutes < 1440],
    ['production', day.direction === 'production'],
    ['twice', day.isTwice],
  ]
  return kinds.find(([, isSo]) => isSo)?.[0] ?? 'plain'
}

/** Reactive energy of days, as it was told by the end of a turn. */
export function trueReactive(evidence: Evidence, turn: Turn): Gathered[] {
  return [...everySource(toldBy(evidence, turn)).values()].filter(({ varh }) => varh !== undefined)
}
