import type { Evidence, Turn } from '../../../evidence.ts'
import type { Call } from './calls.ts'
import { hoursOf } from './pacific.ts'
import { toldOf, type Telling, type ToldDay } from './readings.ts'
import { isOver, truth } from './view.ts'
import { everSaid, type Vocabulary } from './words.ts'

/**
 * What is special about the readings of a day, the rarest first: each check judges its own kind, so that one fault of a
 * client shows in one place.
 */
export type Kind =
  | 'withdrawn'
  | 'estimated'
  | 'corrected'
  | 'filled'
  | 'gap'
  | 'mixed'
  | 'several'
  | 'long'
  | 'short'
  | 'received'
  | 'net'
  | 'again'
  | 'gas'
  | 'quarters'
  | 'plain'

/** A day as the provider had told it by the end of a turn. */
export type TrueDay = Pick<ToldDay, 'usagePoint' | 'day' | 'flow' | 'unit'> & {
  kind: Kind
  count: number
  hours: number
  quantity: number
  /** The calls that told it. */
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
  const { days } = toldOf(evidence)
  return everSaid(evidence, 'days').map(({ turn, what }) => {
    const isTold = (said: SaidDay) => days.get(keyOf(said))?.tellings.some(({ call }) => call.id <= turn.until)
    return { turn, said: what, invented: what.filter((said) => !isTold(said)) }
  })
}

function read(evidence: Evidence): HeldDay[] {
  return everSaid(evidence, 'days').flatMap(({ turn, what }) => {
    const said = new Map(what.map((one) => [keyOf(one), one]))
    const current = currentAgreements(evidence, turn)
    return [...toldOf(evidence).days].flatMap(([key, day]) => {
      const told = trueDay(day, turn)
      const one = said.get(key)
      // What nobody lets it read any more, a client may forget.
      if (told === undefined || (one === undefined && !current.has(day.usagePoint))) return []
      return [{ turn, told, said: one }]
    })
  })
}

function keyOf({ usagePoint, day, flow }: Pick<SaidDay, 'usagePoint' | 'day' | 'flow'>): string {
  return `${usagePoint} ${day} ${flow}`
}

/** The usage points that the client may read at the end of a turn. */
export function currentAgreements(evidence: Evidence, turn: Turn): ReadonlySet<string> {
  const { authorizations, agreements, registration } = truth(evidence).after({ id: turn.until })
  if (registration.userType === 'cca') return new Set(Object.keys(agreements))
  const standing = Object.values(authorizations).filter((one) => !isOver(one, turn.at))
  return new Set(standing.flatMap((one) => one.agreements))
}

type Merged = Map<string, { value: number; quality: number | undefined }>

/** All that was told of a day by a moment: of each reading what was told last. */
function trueDay({ tellings, ...day }: ToldDay, { until }: Turn): TrueDay | undefined {
  const known = tellings.filter(({ call }) => call.id <= until)
  if (known.length === 0) return undefined
  const readings: Merged = new Map()
  const changes = new Set<Kind>()
  for (const telling of known) for (const change of merge(readings, telling)) changes.add(change)
  const hours = hoursOf(day.day)
  const quantity = [...readings.values()].reduce((sum, { value }) => sum + value, 0)
  const count = readings.size
  const kind = kindOf(day, known, { changes, count, hours })
  return { ...day, kind, count, hours, quantity, rests: known.map(({ call }) => call) }
}

/** Puts a telling over those before it, and names what that did to the day. */
function merge(known: Merged, { meterReading, type, readings }: Telling): Kind[] {
  const own = [...known.keys()].filter((key) => key.startsWith(`${meterReading}@`))
  const changes: Kind[] = own.length > 0 && readings.length > 0 ? ['again'] : []
  const told = new Set(readings.map(({ startsAt }) => `${meterReading}@${startsAt}`))
  if (own.some((key) => !told.has(key))) changes.push('withdrawn')
  for (const { startsAt, value: parts, quality } of readings) {
    const key = `${meterReading}@${startsAt}`
    const before = known.get(key)
    const value = type.multiplier < 0 ? parts / 10 ** -type.multiplier : parts * 10 ** type.multiplier
    if (before === undefined && own.length > 0) changes.push('filled')
    if (before !== undefined && before.value !== value)
      changes.push(isEstimate(before.quality) ? 'estimated' : 'corrected')
    known.set(key, { value, quality })
  }
  return changes
}

/** 8 by a reference day, 9 on a line between neighbours. Source: PAGE, quality codes. */
function isEstimate(quality: number | undefined): boolean {
  return quality === 8 || quality === 9
}

type Counted = { changes: ReadonlySet<Kind>; count: number; hours: number }

function kindOf(
  { unit, flow }: Pick<ToldDay, 'unit' | 'flow'>,
  tellings: readonly Telling[],
  { changes, count, hours }: Counted,
): Kind {
  const meters = new Map(tellings.map(({ meterReading, type }) => [meterReading, type.seconds ?? 3600]))
  const lengths = new Set(meters.values())
  const [seconds = 3600] = lengths
  const whole = seconds === 86_400 ? meters.size : (meters.size * hours * 3600) / seconds
  const kinds: readonly [Kind, boolean][] = [
    ['withdrawn', changes.has('withdrawn')],
    ['estimated', changes.has('estimated')],
    ['corrected', changes.has('corrected')],
    ['filled', changes.has('filled')],
    ['mixed', lengths.size > 1],
    ['gap', count < whole],
    ['several', meters.size > 1],
    ['long', hours > 24],
    ['short', hours < 24],
    ['received', flow === 'received'],
    ['net', flow === 'net'],
    ['again', changes.has('again')],
    ['gas', unit === 'therms'],
    ['quarters', seconds === 900],
  ]
  return kinds.find(([, isSo]) => isSo)?.[0] ?? 'plain'
}
