import { dayNamed } from '../../../../src/toolbox/calendar.ts'
import type { IndexCalendar, R151Calendar, R151Day } from '../../views/index.ts'
import { calendarsOf, type ClassCalendar } from '../calendars.ts'
import { contractOn, termsOn } from '../contracts.ts'
import type { Days } from '../daily.ts'
import { indexesOf } from '../indexes.ts'
import { isLive, type MeteredPoint } from '../metered.ts'
import { dailyPeaks } from '../peaks.ts'

const direction = 'consumption'

/**
 * What the dials of C5 showed as each day began, and its highest power. A day that has not come is there with dials of
 * which nothing is known. Source: FLOWGUIDE, R151.
 */
export function r151Days(metered: MeteredPoint, { from, until }: Days): R151Day[] {
  const days: R151Day[] = []
  for (let number = from; number < until; number++) {
    if (isLive(metered, direction, number)) days.push(dayOf(metered, number))
  }
  return days
}

function dayOf(metered: MeteredPoint, number: number): R151Day {
  const day = dayNamed(number)
  const series = { direction, stage: 'BRUT' } as const
  const known = indexesOf(metered, series, { from: number, until: number + 1 }).calendars
  const [supplier, distributor] = calendarsOn(metered, number).map((calendar) => shown(calendar, known))
  const [peaks] = dailyPeaks(metered, { from: number, until: number + 1 }, { phases: false })
  return {
    day,
    supplier: supplier ?? null,
    distributor: distributor ?? null,
    peakVa: peaks?.peaks[0]?.voltAmperes ?? null,
  }
}

function calendarsOn({ point }: MeteredPoint, number: number): ClassCalendar[] {
  const day = dayNamed(number)
  const contract = contractOn(point, direction, day)
  return contract ? calendarsOf({ direction }, termsOn(contract, day)) : []
}

function shown({ id, label, classes }: ClassCalendar, known: readonly IndexCalendar[]): R151Calendar {
  const values = known.find((one) => one.id === id)?.classes
  return {
    id,
    label,
    classes: classes.map((one, at) => ({
      id: one.id,
      label: one.label,
      rank: at + 1,
      wh: values?.find((other) => other.id === one.id)?.values[0]?.wh ?? null,
    })),
  }
}
