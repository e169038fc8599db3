import { daysLater, parisDay } from './paris.ts'
import type { CurvePoint, Direction, Shown } from './reading/told.ts'
import type { Telling } from './readings.ts'
import type { Source } from './words.ts'

/** What the tellings of one source come to for a day. */
export type Gathered = {
  usagePoint: string
  direction: Direction
  day: string
  source: Source
  /** The last word on each interval, by its beginning. */
  points: Map<number, CurvePoint>
  hasCurve: boolean
  whs: number[]
  shown: number | undefined
  varh: number | undefined
  first: number | undefined
  isCorrected: boolean
  isFilled: boolean
  isTwice: boolean
  rests: { id: number }[]
}
type Way = { usagePoint: string; direction: Direction }

/** Every day that was told of, by source, point, direction and day. */
export function everySource(tellings: readonly Telling[]): Map<string, Gathered> {
  const days = new Map<string, Gathered>()
  const dayOf = (telling: Telling, { usagePoint, direction }: Way, day: string): Gathered => {
    const key = [telling.source, usagePoint, direction, day].join(' ')
    const known = days.get(key) ?? emptyDay({ usagePoint, direction, day, source: telling.source })
    days.set(key, known)
    if (known.rests.at(-1)?.id !== telling.id) known.rests.push({ id: telling.id })
    return known
  }
  const isAgain = new Set<string>()
  for (const telling of tellings) {
    const archive = telling.deposit?.archive ?? ''
    const isTwice = archive !== '' && isAgain.has(archive)
    isAgain.add(archive)
    for (const curve of telling.told.curves)
      if (curve.quantity !== 'capacitive') addCurve(curve, (day) => dayOf(telling, curve, day), isTwice)
    for (const { value, day, ...way } of telling.told.amounts) dayOf(telling, way, day).whs.push(value)
  }
  addDials(tellings, dayOf)
  return days
}

type Curve = Telling['told']['curves'][number]

function addCurve({ quantity, points }: Curve, dayOf: (day: string) => Gathered, isTwice: boolean): void {
  const byDay = new Map<string, CurvePoint[]>()
  for (const point of points) {
    const day = parisDay(point.start)
    byDay.set(day, [...(byDay.get(day) ?? []), point])
  }
  for (const [name, told] of byDay) {
    const day = dayOf(name)
    if (quantity === 'active') merge(day, told, isTwice)
    else day.varh = sumOf(told)
  }
}

/** Puts a telling over those before it, and notes what that did to the day. */
function merge(day: Gathered, told: readonly CurvePoint[], isTwice: boolean): void {
  const had = day.hasCurve
  const before = sumOf([...day.points.values()])
  for (const point of told) {
    const known = day.points.get(point.start)
    if (point.value !== null && had && (known === undefined || known.value === null)) day.isFilled = true
    if (hasChanged(known?.value ?? null, point.value)) day.isCorrected = true
    if (point.value !== null || known === undefined) day.points.set(point.start, point)
  }
  day.hasCurve = true
  day.isTwice ||= isTwice
  if (had && (day.isFilled || day.isCorrected)) day.first ??= before
}

const hasChanged = (one: number | null, other: number | null) => one !== null && other !== null && one !== other

const sumOf = (points: readonly CurvePoint[]) =>
  points.reduce((sum, { value, minutes }) => sum + ((value ?? 0) * minutes) / 60, 0)

type DayOf = (telling: Telling, way: Way, day: string) => Gathered

/** What a day measured lies between what its dials showed as it began and as the next one did. */
function addDials(tellings: readonly Telling[], dayOf: DayOf): void {
  const series = new Map<
    string,
    { way: Way; isActive: boolean; days: Map<string, Map<string, number>>; last: Telling }
  >()
  for (const telling of tellings) {
    for (const { shown, quantity, ...way } of telling.told.dials) {
      if (quantity === 'capacitive') continue
      const key = [telling.source, way.usagePoint, way.direction, quantity].join(' ')
      const known = series.get(key) ?? { way, isActive: quantity === 'active', days: new Map(), last: telling }
      known.last = telling
      for (const one of shown) note(known.days, one)
      series.set(key, known)
    }
  }
  for (const { way, isActive, days, last } of series.values()) {
    for (const [day, first] of days) {
      const next = days.get(daysLater(day, 1))
      const amount = next && between(first, next)
      if (amount === undefined) continue
      const gathered = dayOf(last, way, day)
      if (!isActive) gathered.varh ??= amount
      else {
        gathered.whs.push(amount)
        gathered.shown = [...(next ?? [])].reduce((sum, [, value]) => sum + value, 0)
      }
    }
  }
}

function note(days: Map<string, Map<string, number>>, { day, dial, value }: Shown): void {
  const dials = days.get(day) ?? new Map<string, number>()
  dials.set(dial, value)
  days.set(day, dials)
}

/** Of the same dials, all of which went on. */
function between(first: ReadonlyMap<string, number>, next: ReadonlyMap<string, number>): number | undefined {
  const names = [...first.keys()]
  const isSame = names.length > 0 && names.length === next.size && names.every((name) => next.has(name))
  const amounts = names.map((name) => (next.get(name) ?? 0) - (first.get(name) ?? 0))
  return isSame && amounts.every((amount) => amount >= 0) ? amounts.reduce((sum, one) => sum + one, 0) : undefined
}

function emptyDay(about: Pick<Gathered, 'usagePoint' | 'direction' | 'day' | 'source'>): Gathered {
  return {
    ...{ ...about, points: new Map(), hasCurve: false, whs: [], rests: [] },
    ...{ shown: undefined, varh: undefined, first: undefined },
    ...{ isCorrected: false, isFilled: false, isTwice: false },
  }
}
