import { dayNamed, dayNumber, monthNamed, monthNumber, weekday } from '../../../../src/toolbox/calendar.ts'
import type { Day } from '../../model/ids.ts'
import type { Days } from '../daily.ts'

/** How often a file comes: daily, weekly (hebdomadaire), or monthly. */
export type Frequency = 'Q' | 'H' | 'M'

/** The last day, week from Monday, or month that is over on a day: what a recurrent file of that day is about. */
export function periodBefore(frequency: Frequency, day: Day): Days {
  const today = dayNumber(day)
  if (frequency === 'Q') return { from: today - 1, until: today }
  if (frequency === 'M')
    return { from: firstOf(monthNumber(day.slice(0, 7)) - 1), until: firstOf(monthNumber(day.slice(0, 7))) }
  const monday = today - weekday(day) + 1
  return { from: monday - 7, until: monday }
}

const firstOf = (month: number) => dayNumber(`${monthNamed(month)}-01`)

/** The first day that the meter has counted since its last reading for a bill: meters of C2 to C4 are read each month. */
export function readingBefore(day: number): number {
  return dayNumber(`${dayNamed(day - 1).slice(0, 7)}-01`)
}
