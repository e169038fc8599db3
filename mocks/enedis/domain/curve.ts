import { inZone, type LocalDay } from '../../../src/toolbox/calendar.ts'
import type { MeasureSettings } from '../dialect/measures.ts'
import type { CurveStep } from '../model/usage-point.ts'
import type { CurvePoint, ReactivePoint, SeenUsagePoint } from '../views/index.ts'
import { curveDays, isHome, stepOn } from './collection.ts'
import { correctedSlots, energyInSlots, missingSlots, parisLocalDay, slot, type Series } from './energy.ts'
import { isLive, type MeteredPoint } from './metered.ts'
import { paris } from './paris.ts'

/** How points are stamped. */
export type Stamping = Pick<MeasureSettings, 'stampZone' | 'stampSide' | 'dstStamps'>

/** Which part of a curve is told, in day numbers, and how. */
export type CurvePart = Series & {
  from: number
  until: number
  /** In another step than it is collected in; null: as collected. */
  step: CurveStep | null
  /** Whether what the meter remembered from before the collection shows. */
  memory: boolean
}

/**
 * The points of a curve. Each tells the average power of its interval, of which a missing one leaves no trace. Source:
 * SWAGGER, load curve; ISSUES, fewer points and no marker where one is missing.
 */
export function curvePoints(metered: MeteredPoint, part: CurvePart, stamping: Stamping): CurvePoint[] {
  const stretches = curveDays(metered.point, part.direction, part)
  const points: CurvePoint[] = []
  for (let number = part.from; number < Math.min(part.until, metered.publishedUntil); number++) {
    const collected = stepOn(stretches, number)
    if (collected === undefined || !isLive(metered, part.direction, number)) continue
    const minutes = part.step ?? collected
    const day = pointsOfDay(metered, part, { day: parisLocalDay(number), minutes, stamping })
    points.push(...onceStamped(day, stamping.dstStamps))
  }
  return points
}

type DayAsked = { day: LocalDay; minutes: CurveStep; stamping: Stamping }

function pointsOfDay(metered: MeteredPoint, series: Series, { day, minutes, stamping }: DayAsked): CurvePoint[] {
  const energy = energyInSlots(metered, series, day)
  const missing = missingSlots(metered, series, day)
  const corrected = series.stage === 'BEST' ? correctedSlots(metered, series, day) : null
  const stampOf = stamper(metered.point, stamping)
  const each = (minutes * 60) / slot
  const points: CurvePoint[] = []
  for (let at = 0; at < energy.length; at += each) {
    if (missing.subarray(at, at + each).includes(1)) continue
    const energyWh = energy.subarray(at, at + each).reduce((sum, wh) => sum + wh, 0)
    const startsAt = day.startsAt + at * slot
    points.push({
      stamp: stampOf(startsAt, minutes),
      startsAt,
      minutes,
      energyWh,
      watts: (energyWh * 60) / minutes,
      nature: corrected?.subarray(at, at + each).includes(1) ? 'C' : 'B',
    })
  }
  return points
}

function stamper(
  point: SeenUsagePoint,
  { stampSide, stampZone }: Stamping,
): (start: number, minutes: number) => string {
  const atEnd = stampSide === 'end' || (stampSide !== 'start' && isHome(point) === (stampSide === 'c5End'))
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

/**
 * What motors and long cables add to a curve: inductive power beside the active one, capacitive by night. Ours; sources
 * tell the quantities and units alone.
 */
export function reactiveOf({ stamp, startsAt, minutes, watts }: CurvePoint): ReactivePoint {
  const isNight = stamp.slice(11, 13) < '06'
  return {
    stamp,
    startsAt,
    minutes,
    inductive: isNight ? 0 : Math.round(watts * 0.3),
    capacitive: isNight ? Math.round(watts * 0.1) : 0,
  }
}
