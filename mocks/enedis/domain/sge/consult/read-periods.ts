import { dayNumber, monthNamed, monthNumber } from '../../../../../src/toolbox/calendar.ts'
import type { Day } from '../../../model/index.ts'
import type { ReadingTrigger, SeenContract, SeenUsagePoint } from '../../../views/index.ts'
import { activatedOn } from '../../contracts.ts'
import type { MeteredPoint } from '../../metered.ts'

/** A reading of the meter for a bill, in day numbers, and why it was made. */
export type Reading = { day: number; trigger: ReadingTrigger }

const direction = 'consumption'
const monthsTold = 12

/**
 * The readings of the last twelve months, as far as they are published: on the first of each month, and when a contract
 * begins, ends or changes. The first only opens. Source: SGEGUIDE, ConsultationMesures; INF, on which days.
 */
export function readingsOf({ point, publishedUntil }: MeteredPoint, today: Day): Reading[] {
  const since = activatedOn(point, direction, today)
  const readings = new Map<number, ReadingTrigger>()
  for (const day of firstsOfMonths(today)) readings.set(day, 'CYCLIQUE')
  readings.set(dayNumber(since), 'CYCLIQUE')
  for (const { day, trigger } of changesOf(point, since)) readings.set(dayNumber(day), trigger)
  const [first] = firstsOfMonths(today)
  const last = Math.min(publishedUntil, lastDay(point, today))
  return [...readings]
    .map(([day, trigger]) => ({ day, trigger }))
    .filter(({ day }) => day >= Math.max(first as number, dayNumber(since)) && day <= last)
    .sort((one, other) => one.day - other.day)
}

function firstsOfMonths(today: Day): number[] {
  const current = monthNumber(today.slice(0, 7))
  return Array.from({ length: monthsTold + 1 }, (_, at) => dayNumber(`${monthNamed(current - monthsTold + at)}-01`))
}

function lastDay({ holders }: SeenUsagePoint, today: Day): number {
  return dayNumber(holders.findLast(({ movedIn }) => movedIn <= today)?.movedOut ?? today)
}

/** What changed in the contracts of whoever holds the point, or held it last. */
function changesOf(point: SeenUsagePoint, since: Day): { day: Day; trigger: ReadingTrigger }[] {
  const theirs = point.contracts.filter((one) => one.direction === direction && one.startsOn >= since)
  const suppliers = theirs.slice(1).map(({ startsOn: day }) => ({ day, trigger: 'CFN' as const }))
  const terms = theirs.flatMap(calendarChanges).map((day) => ({ day, trigger: 'AUTRE' as const }))
  const end = theirs.at(-1)?.endsOn ?? null
  return [...terms, ...suppliers, ...(end === null ? [] : [{ day: end, trigger: 'RES' as const }])]
}

/** Days from which the hours are counted by other calendars. */
function calendarChanges({ terms }: SeenContract): Day[] {
  const calendars = terms.map((one) => `${one.distributionTariff} ${one.supplierCalendar}`)
  return terms.flatMap(({ since }, at) => (at > 0 && calendars[at] !== calendars[at - 1] ? [since] : []))
}
