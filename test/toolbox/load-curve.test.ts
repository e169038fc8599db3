import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spread, useInMonth, type LoadCurve } from '../../src/toolbox/load-curve.ts'

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
