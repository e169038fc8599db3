import { isDay as isInCalendar } from '../../../src/toolbox/calendar.ts'
import type { Day } from '../model/index.ts'

/** Whether a text is a day that the calendar has: there is no 30 February. */
export function isDay(text: string): text is Day {
  return isInCalendar(text)
}
