import { dayNamed, localDay, localDayNumber } from '../../../src/toolbox/calendar.ts'
import type { Window } from '../model/index.ts'
import type { Coverage } from '../views.ts'
import type { BillingPeriod } from './billing-calendar.ts'
import { pacific, pacificInstant } from './pacific.ts'
import { lastPublished, publishedAfter, type Channel } from './readings.ts'
import type { Site } from './site.ts'
import { daysCovered, daysOf, within, type DayRange } from './window.ts'

/** The days of a channel that a window selects, oldest first: by the time of the data, or by when it changed. */
export function daysAsked(site: Site, channel: Channel, window: Window, coverage: Coverage): Iterable<number> {
  const covered = within(daysCovered(coverage), daysMeasured(site, channel))
  if (window.by === 'published') {
    return coverage.correctionsOnly ? [] : daysIn(within(daysOf(window), covered))
  }
  const changed = new Set(correctedDays(site, channel, window))
  if (!coverage.correctionsOnly) {
    for (const day of publishedIn(site, channel, window, covered)) changed.add(day)
    for (const range of billedIn(site, window, covered))
      for (const day of daysIn(within(range, covered))) changed.add(day)
  }
  return [...changed].filter((day) => day >= covered.first && day <= covered.last).sort((one, other) => one - other)
}

/**
 * The bills that a window selects: every bill whose period overlaps it, or that came out or changed in it. Source: PAGE,
 * usage summaries: any bill overlapping the window.
 */
export function* billsAsked(site: Site, window: Window, coverage: Coverage): Iterable<BillingPeriod> {
  const covered = daysCovered(coverage)
  for (const period of site.calendar.issued(firstDayAsked(window, covered))) {
    const { from, until, billedOn } = period
    if (until <= covered.first || from > covered.last) continue
    if (window.by === 'published') {
      if (midnight(from) > Date.parse(window.to)) return
      if (!coverage.correctionsOnly && midnight(until) > Date.parse(window.from)) yield period
      continue
    }
    const isNew = !coverage.correctionsOnly && isIn(window, midnight(billedOn))
    if (isNew || correctedIn(site, period, window)) yield period
  }
}

/** Windows of changes may meet old bills: corrections reach back three years. */
function firstDayAsked(window: Window, covered: DayRange): number {
  return window.by === 'updated' ? covered.first : Math.max(covered.first, localDayNumber(window.from, pacific))
}

function daysMeasured(site: Site, { meters }: Channel): DayRange {
  return {
    first: Math.min(...meters.map(({ from }) => from)),
    last: Math.max(...meters.map(({ meter, until }) => Math.min(until - 1, lastPublished(meter, site)))),
  }
}

/** Source: PAGE, updated-min and updated-max: everything that changed; what is published changes. */
function* publishedIn(site: Site, { meters }: Channel, window: Window, covered: DayRange): Iterable<number> {
  const late = meters.map(({ meter }) => meter.publishedAfterDays)
  const days = {
    first: localDayNumber(window.from, pacific) - Math.max(...late),
    last: localDayNumber(window.to, pacific) - 1,
  }
  for (const day of daysIn(within(days, covered))) {
    const meter = meters.find(({ from, until }) => from <= day && day < until)?.meter
    if (meter && isIn(window, publishedAt(site, day + publishedAfter(meter, day)))) yield day
  }
}

function publishedAt({ publishAt }: Site, day: number): number {
  return Date.parse(pacificInstant(dayNamed(day), publishAt))
}

/** A bill makes the readings of its period revenue quality, and fills their gaps. */
function billedIn({ agreement, calendar }: Site, window: Window, covered: DayRange): DayRange[] {
  if (!agreement.billedOnIntervals) return []
  return [...calendar.issued(covered.first)]
    .filter(({ billedOn }) => isIn(window, midnight(billedOn)))
    .map(({ from, until }) => ({ first: from, last: until - 1 }))
}

function* correctedDays({ corrections }: Site, { type, meters }: Channel, window: Window): Iterable<number> {
  for (const { meter } of meters) {
    for (const [day, list] of corrections.get(meter.id) ?? []) {
      if (list.some(({ flow, at }) => flow === type.flow && isIn(window, Date.parse(at)))) yield day
    }
  }
}

function correctedIn(site: Site, { from, until, billedOn }: BillingPeriod, window: Window): boolean {
  const days = site.channels.flatMap((channel) => [...correctedDays(site, channel, window)])
  return days.some((day) => day >= from && day < until) && midnight(billedOn) <= Date.parse(window.to)
}

function* daysIn({ first, last }: DayRange): Iterable<number> {
  for (let day = first; day <= last; day++) yield day
}

const midnight = (day: number) => localDay(day, pacific).startsAt * 1000
const isIn = ({ from, to }: Window, ms: number) => ms >= Date.parse(from) && ms <= Date.parse(to)
