import { localDay, localDayNumber } from '../../../src/toolbox/calendar.ts'
import type { Look } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { Window } from '../model/index.ts'
import type { AskedDates, Coverage } from '../views.ts'
import { pacific, secondsLater } from './pacific.ts'

/** Day numbers, both included; none where the first is after the last. */
export type DayRange = { first: number; last: number }

const day = 86_400

/**
 * The window a request means: by default the Pacific day before it, or the one before that (C2). A bound left out is
 * now, or one day before the other. Source: PAGE, dates.
 */
export function windowFor(asked: AskedDates | null, { now, dialect }: Look): Window {
  if (asked === null) {
    if (dialect.missingDates === 'error') throw refuse.badRequest()
    const wanted = localDayNumber(now, pacific) - (dialect.defaultWindow === 'T-1' ? 1 : 2)
    const midnight = new Date(localDay(wanted, pacific).startsAt * 1000).toISOString()
    return { by: 'published', from: midnight, to: midnight }
  }
  const to = asked.max ?? now
  const from = asked.min ?? secondsLater(to, -day)
  if (from > to) throw refuse.badRequest()
  return { by: asked.by, from, to }
}

/** Synchronous requests may be held to so many days (A10). Source: CLIENT, Date Range Too Large. */
export function mustNotBeTooLong({ from, to }: Window, { dialect }: Pick<Look, 'dialect'>): void {
  const days = (Date.parse(to) - Date.parse(from)) / (day * 1000)
  if (dialect.maxSyncDays !== 'off' && days > Number(dialect.maxSyncDays)) throw refuse.dateRangeTooLarge()
}

/**
 * The days whose readings a window selects: whole days, the first beginning no earlier than its start, the last being
 * the date of its end in UTC. So a start at midnight and an end 23 hours later select two days. Source: WIRE, request
 * and answer of a capture; CLIENT, a start one minute past the boundary skips the day.
 */
export function daysOf({ from, to }: Window): DayRange {
  const begun = localDayNumber(from, pacific)
  const isWhole = localDay(begun, pacific).startsAt * 1000 >= Date.parse(from)
  return { first: isWhole ? begun : begun + 1, last: Math.floor(Date.parse(to) / (day * 1000)) }
}

/**
 * Whether a window shows bills: by the time of the data, only one of 30 days or more does, unless a switch says that
 * every overlapping window is enough (A20). Source: PAGE, usage summaries; WIRE, two billed days and no bill.
 */
export function showsBills(window: Window, { dialect }: Pick<Look, 'dialect'>): boolean {
  if (window.by === 'updated' || dialect.summaryWindow === 'any') return true
  const { first, last } = daysOf(window)
  return last - first + 1 >= Number(dialect.summaryWindow)
}

/** The days that an authorization opens: history counts from the day it was given. Source: PAGE, history. */
export function daysCovered({ from, until }: Pick<Coverage, 'from' | 'until'>): DayRange {
  return {
    first: localDayNumber(from, pacific),
    last: until === null ? Infinity : localDayNumber(until, pacific) - 1,
  }
}

/** The days of both. */
export function within(one: DayRange, other: DayRange): DayRange {
  return { first: Math.max(one.first, other.first), last: Math.min(one.last, other.last) }
}
