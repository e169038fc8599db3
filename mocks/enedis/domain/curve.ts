import { inZone, type LocalDay } from '../../../src/toolbox/calendar.ts'
import type { MeasureSettings } from '../dialect/measures.ts'
import type { CurveStep } from '../model/usage-point.ts'
import type { CurvePoint, Interval, SeenUsagePoint } from '../views/index.ts'
import { curveDays, isHome, stretchOn } from './collection.ts'
import { correctedSlots, energyInSlots, missingSlots, parisLocalDay, slot, type Series } from './energy.ts'
import { isLive, type MeteredPoint } from './metered.ts'
import { paris } from './paris.ts'
import { countedInSlots, type Counting } from './reactive.ts'

/** How points are stamped. */
export type Stamping = Pick<MeasureSettings, 'stampZone' | 'stampSide' | 'dstStamps'>

/** Which part of a curve is told, in day numbers, and how. */
export type CurvePart = Series & {
  from: number
  until: number
  /** In another step than it is collected in; null: as collected. What the meter remembered keeps its own. */
  step: CurveStep | null
  /** Whether what the meter remembered from before the collection shows. */
  memory: boolean
  /** Active power unless told otherwise; reactive power is in vars. */
  counting?: Counting
}

/**
 * The points of a curve. Each tells the average power of its interval, of which a missing one leaves no trace. Source:
 * SWAGGER, load curve; ISSUES, fewer points and no marker where one is missing.
 */
export function curvePoints(metered: MeteredPoint, part: CurvePart, stamping: Stamping): CurvePoint[] {
  const stretches = curveDays(metered.point, part.direction, part)
  const points: CurvePoint[] = []
  for (let number = part.from; number < Math.min(part.until, metered.publishedUntil); number++) {
    const stretch = stretchOn(stretches, number)
    if (stretch === undefined || !isLive(metered, part.direction, number)) continue
    const minutes = stretch.isRemembered ? stretch.step : (part.step ?? stretch.step)
    const day = pointsOfDay(metered, part, { day: parisLocalDay(number), minutes, stamping, counting: part.counting })
    points.push(...onceStamped(day, stamping.dstStamps))
  }
  return points
}

type DayAsked = { day: LocalDay; minutes: CurveStep; stamping: Stamping; counting: Counting | undefined }

function pointsOfDay(metered: MeteredPoint, series: Series, { stamping, ...asked }: DayAsked): CurvePoint[] {
  const stampOf = stamper(metered.point, stamping)
  return intervalsOfDay(metered, series, asked).flatMap(({ energyWh, ...interval }) => {
    if (energyWh === null) return []
    const { startsAt, minutes, nature } = interval
    const watts = (energyWh * 60) / minutes
    return [{ stamp: stampOf(startsAt, minutes), startsAt, minutes, energyWh, watts, nature }]
  })
}

/** A day in intervals, those that are missing among them. */
export function intervalsOfDay(
  metered: MeteredPoint,
  series: Series,
  { day, minutes, counting = 'active' }: { day: LocalDay; minutes: CurveStep; counting?: Counting | undefined },
): Interval[] {
  const energy = countedInSlots(energyInSlots(metered, series, day), day, counting)
  const missing = missingSlots(metered, series, day)
  const corrected = series.stage === 'BEST' ? correctedSlots(metered, series, day) : null
  const each = (minutes * 60) / slot
  return Array.from({ length: energy.length / each }, (_, number) => {
    const at = number * each
    const isMissing = missing.subarray(at, at + each).includes(1)
    return {
      startsAt: day.startsAt + at * slot,
      minutes,
      energyWh: isMissing ? null : energy.subarray(at, at + each).reduce((sum, wh) => sum + wh, 0),
      nature: corrected?.subarray(at, at + each).includes(1) ? 'C' : 'B',
    }
  })
}

/** Whether the stamp of a point names the end of its interval, or else its start. */
export function isStampedAtEnd(point: SeenUsagePoint, { stampSide }: Pick<Stamping, 'stampSide'>): boolean {
  return stampSide === 'end' || (stampSide !== 'start' && isHome(point) === (stampSide === 'c5End'))
}

/** How the points of a meter are stamped. */
function stamper(
  point: SeenUsagePoint,
  { stampSide, stampZone }: Stamping,
): (start: number, minutes: number) => string {
  const atEnd = isStampedAtEnd(point, { stampSide })
  const zone = stampZone === 'utc' ? 'UTC' : paris
  return (start, minutes) => stampAt(start + (atEnd ? minutes * 60 : 0), zone)
}

/** A moment as a clock shows it, without saying which clock: `2026-10-05 00:30:00`. */
export function stampAt(seconds: number, zone = paris): string {
  return inZone(new Date(seconds * 1000).toISOString(), zone, { milliseconds: false })
    .slice(0, 19)
    .replace('T', ' ')
}

/** On the long day of October an hour is shown twice. */
function onceStamped(points: CurvePoint[], how: Stamping['dstStamps']): CurvePoint[] {
  if (how === 'keep') return points
  const byStamp = new Map<string, CurvePoint[]>()
  for (const point of points) byStamp.set(point.stamp, [...(byStamp.get(point.stamp) ?? []), point])
  return [...byStamp.values()].map((alike) => (how === 'drop' ? (alike[0] as CurvePoint) : average(alike)))
}

function average(alike: CurvePoint[]): CurvePoint {
  const first = alike[0] as CurvePoint
  const energyWh = Math.round(alike.reduce((sum, one) => sum + one.energyWh, 0) / alike.length)
  return { ...first, energyWh, watts: (energyWh * 60) / first.minutes }
}
