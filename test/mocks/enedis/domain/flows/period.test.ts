import { expect, test } from 'vitest'
import { dayNamed, dayNumber } from '../../../../../src/toolbox/calendar.ts'
import { inArchives, pointsPerArchive } from '../../../../../mocks/enedis/domain/flows/limits.ts'
import { periodBefore, readingBefore, type Frequency } from '../../../../../mocks/enedis/domain/flows/period.ts'
import { byNight } from './night.ts'
import { oneMeter } from '../meter-state.ts'

test.each([
  ['Q', '2026-11-16', '2026-11-15', '2026-11-16'],
  ['H', '2026-11-16', '2026-11-09', '2026-11-16'],
  ['H', '2026-11-22', '2026-11-09', '2026-11-16'],
  ['M', '2026-11-16', '2026-10-01', '2026-11-01'],
  ['M', '2026-01-01', '2025-12-01', '2026-01-01'],
] as const)('a file %s of %s is about the days from %s up to %s', (frequency: Frequency, day, from, until) => {
  const period = periodBefore(frequency, day)

  expect([dayNamed(period.from), dayNamed(period.until)]).toEqual([from, until])
})

test('a meter is read for a bill as a month ends', () => {
  const since = (day: string) => dayNamed(readingBefore(dayNumber(day)))

  expect([since('2026-11-02'), since('2026-11-30'), since('2026-12-01')]).toEqual([
    '2026-11-01',
    '2026-11-01',
    '2026-11-01',
  ])
})

test('yesterday is known by night, and a day later of a meter that is read late', () => {
  const known = (publishedAfterDays: number) => {
    const metered = byNight(oneMeter({ publishedAfterDays }), { now: '2026-11-16T00:30:00.000Z' })
    return dayNamed(metered.publishedUntil)
  }

  expect([known(1), known(2)]).toEqual(['2026-11-16', '2026-11-15'])
})

test('usage points are told in as many archives as their limit makes', () => {
  const points = Array.from({ length: 6001 }, (_, at) => at)

  expect(inArchives(points, pointsPerArchive.Q).map(({ length }) => length)).toEqual([3000, 3000, 1])
  expect(inArchives(points.slice(0, 200), pointsPerArchive.M).map(([first]) => first)).toEqual([0, 100])
  expect(inArchives([], 3000)).toEqual([])
})
