import { expect, test } from 'vitest'
import {
  dayNamed,
  dayNumber,
  durationMs,
  isDay,
  lastDayOf,
  later,
  monthNamed,
  monthNumber,
} from '../../src/toolbox/calendar.ts'

test('a day over a change of clocks has 23 or 25 hours in its zone', () => {
  expect(later('2026-03-07T17:00:00.000Z', 'P1D', 'America/New_York')).toBe('2026-03-08T16:00:00.000Z')
  expect(later('2026-10-24T10:00:00.000Z', 'P1D', 'Europe/Paris')).toBe('2026-10-25T11:00:00.000Z')
  expect(later('2026-10-24T10:00:00.000Z', 'P1D')).toBe('2026-10-25T10:00:00.000Z')
})

test('an instant stands for itself', () => {
  expect(later('2026-01-01T00:00:00.000Z', '2026-03-02T09:00:00-05:00')).toBe('2026-03-02T14:00:00.000Z')
})

test('months end where the calendar says', () => {
  expect(later('2026-01-31T12:00:00.000Z', 'P1M')).toBe('2026-02-28T12:00:00.000Z')
})

test.each(['P', 'P1X', 'PT', 'P1D2H'])('refuses %j, which is no duration', (text) => {
  expect(() => later('2026-01-01T00:00:00.000Z', text)).toThrow('not a duration')
})

test('measures durations in milliseconds', () => {
  expect([durationMs('PT15M'), durationMs('P1D'), durationMs('PT0.5S')]).toEqual([900_000, 86_400_000, 500])
})

test('knows which days there are', () => {
  expect(['2024-02-29', '2026-12-31'].map(isDay)).toEqual([true, true])
  expect(['2026-02-29', '2026-04-31', '2026-13-01', '2026-3-1', 'today'].map(isDay)).toEqual(Array(5).fill(false))
})

test('counts days and months so that neighbours differ by one', () => {
  expect(dayNumber('2026-03-01') - dayNumber('2026-02-28')).toBe(1)
  expect(dayNumber('2024-03-01') - dayNumber('2024-02-28')).toBe(2)
  expect(dayNamed(dayNumber('2026-12-31') + 1)).toBe('2027-01-01')
  expect(monthNumber('2026-01') - monthNumber('2025-12')).toBe(1)
  expect(monthNamed(monthNumber('2025-12') + 1)).toBe('2026-01')
})

test('knows the last day of a month', () => {
  expect(['2024-02', '2026-02', '2025-12'].map(lastDayOf)).toEqual(['2024-02-29', '2026-02-28', '2025-12-31'])
})
