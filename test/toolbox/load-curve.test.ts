import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNamed, dayNumber, localDay } from '../../src/toolbox/calendar.ts'
import {
  dailyUse,
  spread,
  useInMonth,
  useInQuarters,
  useInSteps,
  type DayCurve,
  type LoadCurve,
} from '../../src/toolbox/load-curve.ts'

const curve: LoadCurve = { seed: 'a', about: 'power', annualUse: 120_000, season: 'both' }
const year = (year: number, more: Partial<LoadCurve> = {}) =>
  Array.from({ length: 12 }, (_, at) => useInMonth({ ...curve, ...more }, `${year}-${String(at + 1).padStart(2, '0')}`))
const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0)

describe('a year of use', () => {
  test('is the same whenever it is asked, and another for another seed, owner or year', () => {
    expect(year(2025)).toEqual(year(2025))
    for (const other of [year(2024), year(2025, { seed: 'b' }), year(2025, { about: 'gas' })])
      expect(other).not.toEqual(year(2025))
  })

  test('peaks when its season says', () => {
    const [january, , , , , , july] = year(2025, { season: 'winter' })
    const [, , , , , , hotJuly] = year(2025, { season: 'summer' })

    expect(january).toBeGreaterThan(4 * (july ?? 0))
    expect(hotJuly).toBeGreaterThan(120_000 / 12)
  })

  test('sums to what was said, to the last digit, whatever the seed', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.constantFrom('even', 'winter', 'summer', 'both'),
        (seed, hundredths, season) => {
          const months = year(2025, { seed, annualUse: hundredths / 100, season })

          expect(sum(months.map((month) => Math.round(month * 100)))).toBe(hundredths)
          expect(Math.min(...months)).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})

test('parts of a whole are whole, in proportion, and sum to it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 24 }),
      (whole, weights) => {
        const parts = spread(whole, weights)

        expect(sum(parts)).toBe(whole)
        parts.forEach((part, at) => {
          expect(Math.abs(part - (whole * (weights[at] ?? 0)) / sum(weights))).toBeLessThanOrEqual(1)
        })
      },
    ),
  )
})

describe('the days of a year of use', () => {
  const home: DayCurve = { seed: 'a', about: 'power', annualUse: 6_000_000_000, season: 'both', shape: 'home' }
  const pacific = (day: string) => localDay(dayNumber(day), 'America/Los_Angeles')
  const on = (day: string, more: Partial<DayCurve> = {}) => {
    const curve = { ...home, ...more }
    return useInQuarters(curve, pacific(day), dailyUse(curve)(pacific(day)))
  }

  test('sum to their months, in whatever order they are asked for', () => {
    const use = dailyUse(home)
    const days = Array.from({ length: 365 }, (_, at) => dayNumber('2025-01-01') + at)
    const backwards = new Map([...days].reverse().map((number) => [number, use({ number })]))

    const inApril = days.filter((number) => dayNamed(number).startsWith('2025-04'))
    expect(sum(inApril.map((number) => use({ number })))).toBe(useInMonth({ ...home, digits: 0 }, '2025-04'))
    expect(sum(days.map((number) => use({ number })))).toBe(home.annualUse)
    expect(days.map((number) => use({ number }))).toEqual(days.map((number) => backwards.get(number)))
  })

  test('have 92 quarters of an hour in spring, 100 in autumn, and sum to the day', () => {
    const lengths = ['2025-03-09', '2025-06-01', '2025-11-02'].map((day) => on(day).length)

    expect(lengths).toEqual([92, 96, 100])
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('flat', 'home', 'work', 'sun'),
        fc.integer({ min: 19_000, max: 23_000 }),
        fc.integer({ min: 0, max: 1e12 }),
        (seed, shape, number, whole) => {
          const parts = useInQuarters({ ...home, seed, shape }, localDay(number, 'America/Los_Angeles'), whole)

          expect(sum([...parts])).toBe(whole)
          expect(parts.every((part) => part >= 0 && Number.isSafeInteger(part))).toBe(true)
        },
      ),
    )
  })

  test('have as many finer steps as their hours hold, and sum to the day in each', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('2025-03-30', '2025-06-01', '2025-10-26'),
        fc.constantFrom(300, 600, 900),
        fc.integer({ min: 0, max: 1e9 }),
        (seed, day, seconds, whole) => {
          const local = localDay(dayNumber(day), 'Europe/Paris')
          const parts = useInSteps({ ...home, seed }, local, { whole, seconds })

          expect(parts).toHaveLength(local.lasts / seconds)
          expect(sum([...parts])).toBe(whole)
        },
      ),
    )
  })

  test('follow the clock: the sun shines by day, also where the clock was changed', () => {
    const nights = ['2025-03-09', '2025-06-01', '2025-11-02'].map((day) => {
      const parts = on(day, { shape: 'sun', season: 'summer' })
      const clock = [...parts].map((part, at) => ({ part, fromEnd: parts.length - at }))
      return clock.filter(({ part, fromEnd }) => part > 0 && fromEnd <= 16).length
    })

    expect(nights).toEqual([0, 0, 0])
  })

  test('are busier in the evening at home, at noon at work, and quiet at work on a Sunday', () => {
    const hoursOf = (day: string, shape: DayCurve['shape'], from: number, to: number) =>
      sum([...on(day, { shape })].slice(from * 4, to * 4))

    expect(hoursOf('2025-06-03', 'home', 17, 21)).toBeGreaterThan(2 * hoursOf('2025-06-03', 'home', 0, 4))
    expect(hoursOf('2025-06-03', 'work', 10, 14)).toBeGreaterThan(2 * hoursOf('2025-06-03', 'work', 20, 24))
    expect(hoursOf('2025-06-03', 'work', 0, 24)).toBeGreaterThan(1.8 * hoursOf('2025-06-01', 'work', 0, 24))
  })
})
