import { weekday } from '../../../../../src/toolbox/calendar.ts'
import type { Day } from '../../../model/ids.ts'
import { daysLater } from '../../paris.ts'

const fixedHolidays = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']
/** Easter Monday, Ascension Day and Whit Monday, in days after Easter Sunday. */
const movableHolidays = [1, 39, 50]

/** Whether all of France is off: one of the eleven holidays of its labour law, article L3133-1. */
export function isHoliday(day: Day): boolean {
  if (fixedHolidays.includes(day.slice(5))) return true
  const easter = easterSunday(Number(day.slice(0, 4)))
  return movableHolidays.some((days) => daysLater(easter, days) === day)
}

/** Whether Enedis is at work: Monday to Friday, holidays excepted. */
export function isWorkingDay(day: Day): boolean {
  return weekday(day) <= 5 && !isHoliday(day)
}

/** The day that many working days before another one: whoever asks on it asks so many working days ahead. */
export function workingDaysBefore(day: Day, count: number): Day {
  let found = day
  for (let left = count; left > 0;) {
    found = daysLater(found, -1)
    if (isWorkingDay(found)) left -= 1
  }
  return found
}

/** Sunday after the first full moon of spring, by the Gregorian reckoning as Oudin wrote it down. */
function easterSunday(year: number): Day {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const shift = Math.floor((century - 17) / 25)
  const moon = (century - Math.floor(century / 4) - Math.floor((century - shift) / 3) + 19 * golden + 15) % 30
  const full = moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11))
  const sunday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7
  const sinceMarch = full - sunday
  return daysLater(`${year}-03-28`, sinceMarch)
}
