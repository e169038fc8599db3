import { describe, expect, test } from 'vitest'
import { dayOf, daysBefore, hoursOf, midnightOf } from '../../../../conformance/clients/pge/pacific.ts'

describe('a Pacific day', () => {
  test.each([
    ['2026-01-15', '2026-01-15T08:00:00.000Z', 24],
    ['2026-03-08', '2026-03-08T08:00:00.000Z', 23],
    ['2026-03-09', '2026-03-09T07:00:00.000Z', 24],
    ['2026-07-01', '2026-07-01T07:00:00.000Z', 24],
    ['2026-11-01', '2026-11-01T07:00:00.000Z', 25],
    ['2026-11-02', '2026-11-02T08:00:00.000Z', 24],
  ])('%s begins at %s and has %i hours', (day, midnight, hours) => {
    const lastSecond = Date.parse(midnight) + hours * 3_600_000 - 1000

    expect([midnightOf(day), hoursOf(day)]).toEqual([midnight, hours])
    expect([dayOf(midnight), dayOf(lastSecond), dayOf(lastSecond + 1000)]).toEqual([day, day, daysBefore(day, -1)])
  })
})
