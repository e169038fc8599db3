import { dayNamed, dayNumber, inZone, instantAt, later } from '../../../src/toolbox/calendar.ts'
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

/** Whole seconds since 1970. */
export function epochSeconds(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1000)
}

/** The instant some seconds later, or earlier. */
export function secondsLater(instant: Instant, seconds: number): Instant {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString()
}

/** A day as a person tells it: itself, or how long from now, as `P12M`. */
export function dayTold(told: string, now: Instant): Day {
  return told.startsWith('P') ? pacificDay(later(now, told, pacific)) : told
}

/** The instant a duration later, in Pacific days: one over a change of clocks has 23 or 25 hours. */
export function pacificLater(instant: Instant, duration: string): Instant {
  return later(instant, duration, pacific)
}
