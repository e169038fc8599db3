import { dayNamed } from '../../../../src/toolbox/calendar.ts'
import type { Direction } from '../../model/contract.ts'
import type { R50Day } from '../../views/flows.ts'
import { curveDays, stepOn } from '../collection.ts'
import { intervalsOfDay } from '../curve.ts'
import type { Days } from '../daily.ts'
import { parisLocalDay } from '../energy.ts'
import { isLive, type MeteredPoint } from '../metered.ts'

/** How many days later R50 still carries what has come in. Source: FLOWGUIDE, R50. */
const latest = 20

/**
 * The days of half hours that a file of R50 carries: those of its period, whether they have come or not, and earlier
 * ones of which more is known than when the file before was written. Source: FLOWGUIDE, R50.
 */
export function r50Days(
  metered: MeteredPoint,
  { direction, period, before }: { direction: Direction; period: Days; before: MeteredPoint | null },
): R50Day[] {
  const days: R50Day[] = []
  for (let number = period.from - latest; number < period.until; number++) {
    const isAsked = number >= period.from
    if (!isCollected(metered, direction, number)) continue
    if (!isAsked && (before === null || !mayBeNews(metered, before, { direction, number }))) continue
    const day = dayOf(metered, direction, number)
    if (isAsked || (before !== null && isNews(day, dayOf(before, direction, number)))) days.push(day)
  }
  return days
}

/** Most days of most meters came in time and were changed by nobody: they need not be compared. */
function mayBeNews(
  metered: MeteredPoint,
  before: MeteredPoint,
  { direction, number }: { direction: Direction; number: number },
): boolean {
  return number >= before.publishedUntil || metered.changes[direction].has(number)
}

function isCollected(metered: MeteredPoint, direction: Direction, day: number): boolean {
  const collected = curveDays(metered.point, direction, { memory: false })
  return stepOn(collected, day) !== undefined && isLive(metered, direction, day)
}

/** A day that has not come, or of which nothing was read, has no points; a missing half hour has no value. */
function dayOf(metered: MeteredPoint, direction: Direction, number: number): R50Day {
  const day = dayNamed(number)
  if (number >= metered.publishedUntil) return { day, points: [] }
  const series = { direction, stage: 'BRUT' } as const
  const halfHours = intervalsOfDay(metered, series, { day: parisLocalDay(number), minutes: 30 })
  if (halfHours.every(({ energyWh }) => energyWh === null)) return { day, points: [] }
  const points = halfHours.map(({ startsAt, minutes, energyWh }) => ({
    endsAt: startsAt + minutes * 60,
    watts: energyWh === null ? null : (energyWh * 60) / minutes,
  }))
  return { day, points }
}

function isNews(now: R50Day, before: R50Day): boolean {
  if (now.points.length === 0) return false
  return (
    now.points.length !== before.points.length || now.points.some(({ watts }, at) => watts !== before.points[at]?.watts)
  )
}
