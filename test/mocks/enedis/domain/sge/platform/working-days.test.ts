import { expect, test } from 'vitest'
import {
  isHoliday,
  isWorkingDay,
  workingDaysBefore,
} from '../../../../../../mocks/enedis/domain/sge/platform/working-days.ts'
import { daysLater } from '../../../../../../mocks/enedis/domain/paris.ts'

const daysOf = (year: number) =>
  Array.from({ length: 366 }, (_, at) => daysLater(`${year}-01-01`, at)).filter((day) => day.startsWith(`${year}`))

test.each([
  [2024, '01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25'],
  [2025, '01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25'],
  [2026, '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25'],
  [2027, '01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25'],
])('France has its holidays of %i', (year, days) => {
  expect(
    daysOf(year)
      .filter(isHoliday)
      .map((day) => day.slice(5))
      .join(' '),
  ).toBe(days)
})

test.each([
  [1961, '04-02'],
  [1981, '04-19'],
  [2038, '04-25'],
  [2049, '04-18'],
  [2285, '03-22'],
])('Easter of %i is on %s', (year, sunday) => {
  expect(isHoliday(daysLater(`${year}-${sunday}`, 1))).toBe(true)
})

test('a year has its working days between Monday and Friday', () => {
  expect(daysOf(2026).filter(isWorkingDay)).toHaveLength(261 - 9)
  expect(['2026-11-21', '2026-11-22', '2026-11-11'].map(isWorkingDay)).toEqual([false, false, false])
  expect(['2026-11-20', '2026-11-23'].map(isWorkingDay)).toEqual([true, true])
})

test.each([
  ['2026-11-20', 1, '2026-11-19'],
  ['2026-11-23', 1, '2026-11-20'],
  // Over 11 November and three weekends.
  ['2026-11-25', 15, '2026-11-03'],
  // Over Ascension, 8 May, 1 May and Whit Monday.
  ['2026-05-27', 15, '2026-04-30'],
  ['2026-11-22', 0, '2026-11-22'],
])('before %s, %i working days begin with %s', (day, count, first) => {
  expect(workingDaysBefore(day, count)).toBe(first)
})
