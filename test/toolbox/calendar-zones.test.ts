import { expect, test } from 'vitest'
import { inZone, instantAt, weekday } from '../../src/toolbox/calendar.ts'

const eastern = 'America/New_York'

test.each([
  ['2026-01-15T14:00:00.123Z', '2026-01-15T09:00:00.123-05:00'],
  ['2026-07-15T14:00:00.000Z', '2026-07-15T10:00:00.000-04:00'],
  ['2026-03-08T06:59:59.999Z', '2026-03-08T01:59:59.999-05:00'],
  ['2026-03-08T07:00:00.000Z', '2026-03-08T03:00:00.000-04:00'],
  ['2026-11-01T05:30:00.000Z', '2026-11-01T01:30:00.000-04:00'],
  ['2026-11-01T06:30:00.000Z', '2026-11-01T01:30:00.000-05:00'],
  ['2026-01-01T03:00:00.000Z', '2025-12-31T22:00:00.000-05:00'],
])('%s is %s on the US east coast', (instant, local) => {
  expect(inZone(instant, eastern)).toBe(local)
})

test('leaves milliseconds out when asked', () => {
  expect(inZone('2026-01-15T14:00:00.123Z', eastern, { milliseconds: false })).toBe('2026-01-15T09:00:00-05:00')
})

test('shows offsets ahead of UTC and of half an hour', () => {
  expect(inZone('2026-01-15T14:00:00.000Z', 'Asia/Kolkata')).toBe('2026-01-15T19:30:00.000+05:30')
})

test.each([
  ['2026-03-08', '00:00', '2026-03-08T08:00:00.000Z'],
  ['2026-03-08', '21:00', '2026-03-09T04:00:00.000Z'],
  ['2026-03-09', '00:00', '2026-03-09T07:00:00.000Z'],
  ['2026-11-01', '00:00', '2026-11-01T07:00:00.000Z'],
  ['2026-11-01', '21:00', '2026-11-02T05:00:00.000Z'],
])('%s at %s on the US west coast is %s', (day, time, instant) => {
  expect(instantAt(day, time, 'America/Los_Angeles')).toBe(instant)
})

test.each([
  ['2026-03-01', 7],
  ['2026-03-02', 1],
  ['1969-12-31', 3],
])('%s is day %i of its week', (day, number) => {
  expect(weekday(day)).toBe(number)
})

test('knows the offset of any instant in the order in which it is asked, on both sides of each change of clocks', () => {
  const shownBy = (zone: string) => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    return (ms: number) => format.format(ms).replace(' ', 'T')
  }
  const hour = 3_600_000
  // 5,003 hours is about seven months, so that each step passes a change of clocks and returns to older ones.
  const hours = Array.from({ length: 400 }, (_, at) => ((at * 5003) % 613_600) * hour)
  const changes = ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2026-03-08T10:00:00Z', '2026-11-01T09:00:00Z']
  const near = changes.flatMap((change) => [-1000, 0, 1000].map((more) => Date.parse(change) + more))

  for (const zone of ['Europe/Paris', 'America/Los_Angeles', 'Africa/Casablanca', 'Asia/Kolkata', 'UTC']) {
    const shown = shownBy(zone)
    const told = [...near, ...hours].map((ms) => inZone(new Date(ms).toISOString(), zone).slice(0, 19))

    expect(told).toEqual([...near, ...hours].map(shown))
  }
})
