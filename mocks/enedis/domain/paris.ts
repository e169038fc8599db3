import { dayNamed, dayNumber, instantAt, later, localDayNumber } from '../../../src/toolbox/calendar.ts'
import type { Day, Instant } from '../model/ids.ts'

/** Enedis's own time, summer and winter. */
export const paris = 'Europe/Paris'

/** The day it is in Paris at an instant. */
export function parisDay(instant: Instant): Day {
  return dayNamed(localDayNumber(instant, paris))
}

/** When a day begins in Paris, or a time of that day. */
export function parisInstant(day: Day, time = '00:00'): Instant {
  return instantAt(day, time, paris)
}

/** The day some days later, or earlier. */
export function daysLater(day: Day, days: number): Day {
  return dayNamed(dayNumber(day) + days)
}

/** The day a duration in days, months or years later: `P1M` or `-P24M`. A month without that day gives its last. */
export function dayAfter(day: Day, duration: string): Day {
  return later(`${day}T00:00:00Z`, duration).slice(0, 10)
}
