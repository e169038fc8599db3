import { dayNamed } from '../../../src/toolbox/calendar.ts'
import type { DayEnergy } from '../views/index.ts'
import { energyOfDay, isDayMissing, type Series } from './energy.ts'
import { isLive, type MeteredPoint } from './metered.ts'

/** Days in day numbers, from the first up to, not including, the last. */
export type Days = { from: number; until: number }

/** What each published day measured: the difference of two indexes, and exactly the sum of the curve. */
export function dayEnergies(metered: MeteredPoint, series: Series, days: Days): DayEnergy[] {
  return publishedDays(metered, series, days).map((number) => ({
    day: dayNamed(number),
    energyWh: energyOfDay(metered, series, number),
  }))
}

/** Days that were measured, came through, and are published. */
export function publishedDays(metered: MeteredPoint, series: Series, { from, until }: Days): number[] {
  const days: number[] = []
  for (let number = from; number < Math.min(until, metered.publishedUntil); number++) {
    if (isLive(metered, series.direction, number) && !isDayMissing(metered, series, number)) days.push(number)
  }
  return days
}
