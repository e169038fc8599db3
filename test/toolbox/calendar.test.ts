import { expect, test } from 'vitest'
import { durationMs, later } from '../../src/toolbox/calendar.ts'

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
