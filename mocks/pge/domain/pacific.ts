import { dayNamed, dayNumber, inZone, instantAt } from '../../../src/toolbox/calendar.ts'
import type { Day, Instant } from '../model/index.ts'

/** PG&E's own time. */
export const pacific = 'America/Los_Angeles'

/** The Pacific day an instant falls on. */
export function pacificDay(instant: Instant): Day {
  return inZone(instant, pacific).slice(0, 10)
}

/** When a Pacific day begins, or a time of that day. */
export function pacificInstant(day: Day, time = '00:00'): Instant {
  return instantAt(day, time, pacific)
}

/** The day some days later, or earlier. */
export function daysLater(day: Day, days: number): Day {
  return dayNamed(dayNumber(day) + days)
}
