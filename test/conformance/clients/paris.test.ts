import { describe, expect, test } from 'vitest'
import {
  dayOf,
  daysAfter,
  daysBetween,
  instantsShowing,
  later,
  minutesOf,
  startOf,
  timeOf,
} from '../../../conformance/clients/paris.ts'

describe('a Paris day', () => {
  test.each([
    ['2026-01-15', '2026-01-14T23:00:00.000Z', 24],
    ['2026-03-28', '2026-03-27T23:00:00.000Z', 24],
    ['2026-03-29', '2026-03-28T23:00:00.000Z', 23],
    ['2026-07-01', '2026-06-30T22:00:00.000Z', 24],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', 25],
    ['2026-10-26', '2026-10-25T23:00:00.000Z', 24],
  ])('%s begins at %s and has %i hours', (day, midnight, hours) => {
    const lastSecond = Date.parse(midnight) + hours * 3_600_000 - 1000

    expect(minutesOf(day)).toBe(hours * 60)
    expect([dayOf(midnight), dayOf(lastSecond), dayOf(lastSecond + 1000)]).toEqual([day, day, daysAfter(day, 1)])
  })

  test('is counted by the calendar, whatever clocks do', () => {
    expect(daysAfter('2026-10-24', 2)).toBe('2026-10-26')
    expect(daysAfter('2027-01-01', -1)).toBe('2026-12-31')
    expect(daysBetween('2026-10-24', '2026-10-31')).toBe(7)
    expect([later('2026-10-24', '2026-10-25'), later('2026-10-24', null)]).toEqual(['2026-10-25', '2026-10-24'])
  })

  test('has its time as clocks show it', () => {
    expect(timeOf('2026-10-06T22:41:00Z')).toBe('00:41')
    expect(timeOf('2026-11-06T07:00:00Z')).toBe('08:00')
  })

  test('begins at an instant', () => {
    const begins = ['2026-03-30', '2026-10-25'].map((day) => new Date(startOf(day)).toISOString())

    expect(begins).toEqual(['2026-03-29T22:00:00.000Z', '2026-10-24T22:00:00.000Z'])
  })
})

test.each([
  ['2026-10-24 12:30:00', ['2026-10-24T10:30:00.000Z']],
  ['2026-10-25 02:30:00', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
  ['2026-10-25 03:00:00', ['2026-10-25T02:00:00.000Z']],
  ['2026-03-29 02:30:00', ['2026-03-29T01:30:00.000Z']],
  ['2026-03-29 03:00:00', ['2026-03-29T01:00:00.000Z']],
])('clocks in Paris show %s at %j', (stamp, instants) => {
  expect(instantsShowing(stamp).map((instant) => new Date(instant).toISOString())).toEqual(instants)
})
