import { dayNamed } from '../../../src/toolbox/calendar.ts'
import type { Look } from '../dialect/index.ts'
import type { Window } from '../model/index.ts'
import type { Seen } from '../views.ts'
import { publishedDay } from './readings.ts'
import { daysOf, showsBills } from './window.ts'

/**
 * Why a window shows nothing, where the reason is one that integrators stumble over: PG&E itself answers 204 and says no
 * more. Nothing where there is nothing to explain.
 */
export function whyNoData(
  { settings }: Pick<Seen, 'settings'>,
  { window, of }: { window: Window; of: 'readings' | 'bills' },
  { now, dialect }: Look,
): string | undefined {
  if (window.by === 'updated') return undefined
  if (of === 'bills' && !showsBills(window, { dialect }))
    return `No bills: they are shown to requests for ${dialect.summaryWindow} days or more.`
  const { first, last } = daysOf(window)
  if (first > last) return 'No data: no Pacific day begins between the dates of the request, and days come whole.'
  if (first < publishedDay(now, settings.publishAt)) return undefined
  const [day, after] = [dayNamed(first), dayNamed(first + 1)]
  return `No data: readings of ${day} are published on ${after} at ${settings.publishAt} Pacific at the earliest.`
}
