import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { averagedInPairs, carried } from '../../../../../mocks/enedis/domain/flows/carry.ts'

/** Averages of ten minutes from midnight on, in watts. Source: FAQ, from 5 to 10 minutes in R4x. */
const ofTheFaq = [5800, 4300, 6700, 5500]
const roundings = ['truncated', 'nearest'] as const
const aDay = fc.array(fc.integer({ min: 0, max: 60_000_000 }), { minLength: 1, maxLength: 300 })

describe('whole kilowatts of a day', () => {
  test('are those of the table that Enedis publishes', () => {
    expect(carried(ofTheFaq, 'truncated')).toEqual([5, 5, 6, 6])
  })

  test('are others where each is the nearest', () => {
    expect(carried(ofTheFaq, 'nearest')).toEqual([6, 4, 7, 5])
  })

  test.each(roundings)('err by less than one kilowatt over the day and by at most one in a point: %s', (rounding) => {
    fc.assert(
      fc.property(aDay, (watts) => {
        const told = carried(watts, rounding)

        let error = 0
        watts.forEach((value, at) => {
          const off = (told[at] ?? 0) * 1000 - value
          error += off
          expect(Math.abs(off)).toBeLessThanOrEqual(1000)
          expect(Math.abs(error)).toBeLessThan(1000)
        })
        expect(told.every((one) => Number.isInteger(one) && (one ?? -1) >= 0)).toBe(true)
      }),
    )
  })

  test('add tenths without drift, which binary fractions would not', () => {
    const tenths = Array.from({ length: 1440 }, () => 100)

    const told = carried(tenths, 'truncated')

    expect(told.reduce<number>((sum, one) => sum + (one ?? 0), 0)).toBe(144)
    expect(told.flatMap((one, at) => (one === 1 ? [at] : [])).slice(0, 3)).toEqual([9, 19, 29])
  })

  test('keep the rest over a point that is missing', () => {
    expect(carried([1600, null, 1500], 'truncated')).toEqual([1, null, 2])
  })

  test('fit two bytes', () => {
    expect(carried([70_000_500, 500], 'truncated')).toEqual([65_535, 1])
  })
})

test('ten minutes are the average of the two fives that begin in them, or missing with one of them', () => {
  expect(averagedInPairs([5400, 6200, 4301, 4300, null, 1, 2, null])).toEqual([5800, 4300.5, null, null])
})
