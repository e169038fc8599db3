import { expect, test } from 'vitest'
import { isHoliday, isWeekend } from '../../../../conformance/clients/enedis-sge/holidays.ts'

test('France has eleven days off, three of them by Easter', () => {
  const days = Array.from({ length: 365 }, (_, at) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10))

  expect(days.filter(isHoliday)).toEqual([
    ...['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25'],
    ...['2026-07-14', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25'],
  ])
})

test.each([
  [2024, '2024-04-01'],
  [2025, '2025-04-21'],
  [2027, '2027-03-29'],
  [2038, '2038-04-26'],
])('Easter Monday of %i is %s', (_, day) => {
  expect(isHoliday(day)).toBe(true)
})

test('a week ends with two days off', () => {
  expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map(isWeekend)).toEqual([false, true, true, false])
})
