import { expect, test } from 'vitest'
import { dayNumber, localDay, localDayNumber } from '../../src/toolbox/calendar.ts'

const pacific = 'America/Los_Angeles'

test.each([
  ['2026-03-07', 1_772_870_400, 86_400, 86_400],
  ['2026-03-08', 1_772_956_800, 82_800, 7_200],
  ['2026-07-04', 1_783_148_400, 86_400, 86_400],
  ['2026-11-01', 1_793_516_400, 90_000, 7_200],
  ['2019-11-03', 1_572_764_400, 90_000, 7_200],
])('%s begins on the US west coast at %i and lasts %i seconds', (day, startsAt, lasts, changesAt) => {
  expect(localDay(dayNumber(day), pacific)).toEqual({ number: dayNumber(day), startsAt, lasts, changesAt })
})

test('days follow each other without a gap, year in, year out', () => {
  for (let number = dayNumber('2022-01-01'); number < dayNumber('2027-01-01'); number++) {
    const day = localDay(number, pacific)

    expect(localDay(number + 1, pacific).startsAt).toBe(day.startsAt + day.lasts)
  }
})

test.each([
  ['2026-03-08T07:59:59.999Z', '2026-03-07'],
  ['2026-03-08T08:00:00.000Z', '2026-03-08'],
  ['2026-11-02T07:59:59.000Z', '2026-11-01'],
])('%s is on %s there', (instant, day) => {
  expect(localDayNumber(instant, pacific)).toBe(dayNumber(day))
})
