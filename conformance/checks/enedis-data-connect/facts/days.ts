import type { Evidence, Turn } from '../../../evidence.ts'
import type { Call } from './calls.ts'
import { hoursOf } from './paris.ts'
import { keyOf, toldOf, type CurvePoint, type Telling, type ToldCurve } from './readings.ts'
import type { Direction } from './resources.ts'
import { isOpen, truth } from './view.ts'
import { everSaid, type Vocabulary } from './words.ts'

/**
 * What is special about the curve of a day, the rarest first: each check judges its own kind, so that one fault of a
 * client shows in one place.
 */
export type Kind =
  | 'corrected'
  | 'filled'
  | 'hole'
  | 'steps'
  | 'long'
  | 'short'
  | 'production'
  | 'net'
  | 'generations'
  | 'again'
  | 'fine'
  | 'plain'

/** A day as Enedis had told it by the end of a turn. */
export type TrueDay = {
  usagePoint: string
  direction: Direction
  day: string
  from: 'curve' | 'daily'
  kind: Kind
  wh: number
  /** Points of the curve; 0 for a daily value. */
  count: number
  rests: readonly Call[]
}
type SaidDay = Vocabulary['days'][number]
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
  const told = tellingsOf(evidence)
  return everSaid(evidence, 'days').map(({ turn, what }) => {
    const isTold = (said: SaidDay) => told.get(`${said.from} ${keyOf(said)}`)?.some(({ id }) => id <= turn.until)
    return { turn, said: what, invented: what.filter((said) => !isTold(said)) }
  })
}

/** The calls that told of each day. */
function tellingsOf(evidence: Evidence): Map<string, Call[]> {
  const { curves, dailies } = toldOf(evidence)
  const told = new Map([...curves].map(([key, { tellings }]) => [`curve ${key}`, tellings.map(({ call }) => call)]))
  for (const value of dailies) {
    const key = `daily ${keyOf(value)}`
    told.set(key, [...(told.get(key) ?? []), value.call])
  }
  return told
}

function read(evidence: Evidence): HeldDay[] {
  return everSaid(evidence, 'days').flatMap(({ turn, what }) => {
    const said = new Map(what.map((one) => [`${one.from} ${keyOf(one)}`, one]))
    const open = openPoints(evidence, turn)
    return trueDays(evidence, turn).flatMap((told) => {
      const one = said.get(`${told.from} ${keyOf(told)}`)
      // What nobody lets it read any more, a client may forget.
      return one === undefined && !open.has(told.usagePoint) ? [] : [{ turn, told, said: one }]
    })
  })
}

/** The usage points that the client may read at the end of a turn. */
export function openPoints(evidence: Evidence, turn: Turn): ReadonlySet<string> {
  const { consents } = truth(evidence).after({ id: turn.until })
  return new Set(consents.filter((one) => isOpen(one, turn.at)).map(({ usagePoint }) => usagePoint))
}

function trueDays(evidence: Evidence, turn: Turn): TrueDay[] {
  const { curves, dailies } = toldOf(evidence)
  const ofCurves = [...curves.values()].flatMap((curve) => trueDay(evidence, curve, turn) ?? [])
  const known = new Map(dailies.filter(({ call }) => call.id <= turn.until).map((one) => [keyOf(one), one]))
  const ofDailies = [...known.values()].map(({ value, call, ...day }) => {
    const kind = day.direction === 'production' ? 'production' : 'plain'
    return { ...day, from: 'daily', kind, wh: value, count: 0, rests: [call] } as const
  })
  return [...ofCurves, ...ofDailies]
}

/** All that was told of a day's curve by a moment: of each point what was told last. */
function trueDay(evidence: Evidence, curve: ToldCurve, { until }: Turn): TrueDay | undefined {
  const known = curve.tellings.filter(({ call }) => call.id <= until)
  if (known.length === 0) return undefined
  const points = new Map<string, CurvePoint>()
  const changes = new Set<Kind>()
  for (const telling of known) for (const change of merge(points, telling)) changes.add(change)
  const all = [...points.values()]
  const { usagePoint, direction, day } = curve
  const wh = all.reduce((sum, { watts, minutes }) => sum + (watts * minutes) / 60, 0)
  const kind = kindOf(evidence, curve, { known, changes, all })
  const rests = known.map(({ call }) => call)
  return { usagePoint, direction, day, from: 'curve', kind, wh, count: all.length, rests }
}

/** Puts a telling over those before it, and names what that did to the day. */
function merge(known: Map<string, CurvePoint>, { points }: Telling): Kind[] {
  const changes: Kind[] = known.size > 0 ? ['again'] : []
  const had = known.size > 0
  for (const point of points) {
    const before = known.get(point.key)
    if (before === undefined && had) changes.push('filled')
    if (before !== undefined && before.watts !== point.watts) changes.push('corrected')
    known.set(point.key, point)
  }
  return changes
}

type Seen = { known: readonly Telling[]; changes: ReadonlySet<Kind>; all: readonly CurvePoint[] }

function kindOf(evidence: Evidence, { usagePoint, direction, day }: ToldCurve, { known, changes, all }: Seen): Kind {
  const steps = new Set(all.map(({ minutes }) => minutes))
  const [step = 30] = steps
  const hours = hoursOf(day)
  const { flows } = truth(evidence).after({ id: known.at(-1)?.call.id ?? 0 }).points[usagePoint] ?? {}
  const kinds: readonly [Kind, boolean][] = [
    ['corrected', changes.has('corrected')],
    ['filled', changes.has('filled')],
    ['steps', steps.size > 1],
    ['hole', all.length * step < hours * 60],
    ['long', hours > 24],
    ['short', hours < 24],
    ['production', direction === 'production'],
    ['net', flows?.consumption !== undefined && flows.production !== undefined],
    ['generations', new Set(known.map(({ generation }) => generation)).size > 1],
    ['again', changes.has('again')],
    ['fine', step !== 30],
  ]
  return kinds.find(([, isSo]) => isSo)?.[0] ?? 'plain'
}
