import { dayNamed, dayNumber } from '../../../src/toolbox/calendar.ts'
import type { Day } from '../model/index.ts'

/** Whether a text is a day that the calendar has: there is no 30 February. */
export function isDay(text: string): text is Day {
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) && dayNamed(dayNumber(text)) === text
}
