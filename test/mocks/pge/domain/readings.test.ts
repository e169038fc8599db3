import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWithoutData } from '../../../../mocks/pge/domain/usage-point.ts'
import type { Correction, MeterId } from '../../../../mocks/pge/model/index.ts'
import { blocks, dataState, days, hourly, quarterly, readings, seen, summaries } from './data-state.ts'

const lost: Correction = {
  meter: 'm1' as MeterId,
  flow: 1,
  startsAt: '2026-02-20T18:00:00.000Z',
  value: null,
  quality: 10,
  at: '2026-02-21T20:30:00.000Z',
}
const estimated = { ...lost, value: 777_000, quality: 8 }
const corrected = { ...lost, value: 801_234, quality: 17, at: '2026-02-25T20:00:00.000Z' }
const at10 = 10

describe('a day of readings', () => {
  test('is whole: an hour each from Pacific midnight, with its time of use', () => {
    const [day] = blocks(seen(dataState(), days('2026-02-20', '2026-02-20')))

    expect(day).toMatchObject({ start: 1_771_574_400, duration: 86_400, seconds: 3600 })
    expect(day?.values).toHaveLength(24)
    expect([...(day?.tou ?? [])].join('')).toBe('666666666666666444446666')
  })

  test('has quarters of an hour that sum to the hours of another meter with the same use', () => {
    const quarters = blocks(seen(dataState({ meters: [{ metering: quarterly }] }), days('2025-03-09', '2025-11-02')))
    const hours = blocks(seen(dataState({ meters: [{ metering: hourly }] }), days('2025-03-09', '2025-11-02')))

    quarters.forEach(({ values }, day) => {
      const summed = (hours[day]?.values ?? []).map((_, hour) =>
        values.slice(4 * hour, 4 * hour + 4).reduce((sum, value) => sum + value, 0),
      )
      expect(summed).toEqual(hours[day]?.values)
    })
  })

  test('of gas is one reading, a second after midnight, without time of use', () => {
    const state = dataState({ meters: [{ metering: { kind: 'gas' } }], agreement: { commodity: 'gas' } })

    const [day, ...others] = blocks(
      seen(state, days('2020-05-09', '2020-05-09'), { coverage: { from: '2020-01-01T08:00:00Z' } }),
    )

    expect(others).toEqual([])
    expect(day).toMatchObject({ start: 1_589_007_601, duration: 86_400, tou: null })
    expect(day?.values).toHaveLength(1)
  })

  test('is published at noon of the next day', () => {
    const before = seen(dataState(), days('2026-03-01', '2026-03-01'), { now: '2026-03-02T19:59:59.000Z' })
    const after = seen(dataState(), days('2026-03-01', '2026-03-01'), { now: '2026-03-02T20:00:00.000Z' })

    expect(isWithoutData([before])).toBe(true)
    expect(blocks(after)).toHaveLength(1)
  })

  test('of a meter that is read late comes days later, raw, and stays so', () => {
    const state = dataState({ meters: [{ publishedAfterDays: 5, metering: quarterly }] })
    const asked = days('2026-02-20', '2026-02-20')

    expect(blocks(seen(state, asked, { now: '2026-02-25T19:00:00.000Z' }))).toEqual([])
    expect(new Set(blocks(seen(state, asked, { now: '2026-02-25T21:00:00.000Z' }))[0]?.qualities)).toEqual(
      new Set([14]),
    )
    expect(new Set(blocks(seen(state, asked, { now: '2026-05-25T21:00:00.000Z' }))[0]?.qualities)).toEqual(
      new Set([14]),
    )
  })

  test('is validated first, and of revenue quality once billed', () => {
    const asked = days('2026-02-20', '2026-02-20')
    const qualityAt = (now: string) => new Set(blocks(seen(dataState(), asked, { now }))[0]?.qualities)

    expect(qualityAt('2026-03-02T22:00:00.000Z')).toEqual(new Set([17]))
    expect(qualityAt('2026-03-20T22:00:00.000Z')).toEqual(new Set([19]))
  })
})

describe('a reading that was lost', () => {
  test('is missing until the next bill, and then there', () => {
    const state = dataState({ corrections: [lost] })
    const on = (now: string) => blocks(seen(state, days('2026-02-20', '2026-02-20'), { now }))[0]

    expect(on('2026-02-21T20:30:00.000Z')?.values[at10]).toBeNaN()
    expect(on('2026-03-20T20:00:00.000Z')?.values[at10]).toBe(on('2026-02-21T20:00:00.000Z')?.values[at10])
    expect(on('2026-03-20T20:00:00.000Z')?.qualities[at10]).toBe(19)
  })

  test('stays missing where intervals are not what is billed', () => {
    const state = dataState({ corrections: [lost], agreement: { billedOnIntervals: false } })

    const [day] = blocks(seen(state, days('2026-02-20', '2026-02-20'), { now: '2026-06-20T20:00:00.000Z' }))

    expect(day?.values[at10]).toBeNaN()
    expect(new Set(day?.qualities)).toEqual(new Set([17, 10]))
  })
})

test('a reading is estimated, then corrected, then billed', () => {
  const state = dataState({ corrections: [estimated, corrected] })
  const on = (now: string) => {
    const [day] = blocks(seen(state, days('2026-02-20', '2026-02-20'), { now }))
    return [day?.values[at10], day?.qualities[at10]]
  }

  expect(on('2026-02-22T20:00:00.000Z')).toEqual([777_000, 8])
  expect(on('2026-02-26T20:00:00.000Z')).toEqual([801_234, 17])
  expect(on('2026-03-20T20:00:00.000Z')).toEqual([801_234, 19])
})

describe('what changed in a window', () => {
  const startsOf = (from: string, to: string, more = {}) =>
    blocks(seen(dataState({ corrections: [estimated] }), { by: 'updated', from, to }, more)).map(({ start }) => start)

  test('is a day when it is published', () => {
    expect(startsOf('2026-03-01T05:00:00.000Z', '2026-03-02T05:00:00.000Z')).toEqual([1_772_265_600])
  })

  test('is a day of which a reading was corrected', () => {
    expect(startsOf('2026-02-21T20:01:00.000Z', '2026-02-21T20:31:00.000Z')).toEqual([1_771_574_400])
    expect(startsOf('2026-02-21T20:31:00.000Z', '2026-02-22T19:00:00.000Z')).toEqual([])
  })

  test('is every day of a period when its bill comes out, and the bill', () => {
    const window = { by: 'updated', from: '2026-02-13T05:00:00.000Z', to: '2026-02-14T15:00:00.000Z' } as const
    const view = seen(dataState(), window)

    expect(summaries(view)).toHaveLength(1)
    expect(blocks(view).length).toBeGreaterThan(28)
  })

  test('is, once access has ended, what was corrected of the days that were shared', () => {
    const coverage = { correctionsOnly: true, until: '2026-02-25T08:00:00.000Z' }
    const week = ['2026-02-18T05:00:00.000Z', '2026-03-01T05:00:00.000Z'] as const

    expect(startsOf(...week, { coverage })).toEqual([1_771_574_400])
    expect(startsOf(...week, { coverage: { ...coverage, until: '2026-02-20T08:00:00.000Z' } })).toEqual([])
  })
})

test('at one moment an instant has one value, whatever window asks', () => {
  const state = dataState({
    meters: [{ metering: { ...quarterly, flows: 'deliveredAndReceived' }, annualProduction: 5_000 }],
    corrections: [estimated],
  })
  const all = readings(seen(state, days('2025-06-01', '2026-03-02')))
  const day = fc.integer({ min: 0, max: 273 }).map((after) => new Date(Date.parse('2025-06-01') + after * 86_400_000))
  const iso = (date: Date) => date.toISOString().slice(0, 10)

  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 40 }), fc.constantFrom('published', 'updated'), (from, more, by) => {
      const to = new Date(from.getTime() + more * 86_400_000)

      for (const [reading, value] of readings(seen(state, days(iso(from), iso(to), by))))
        if (all.has(reading)) expect(value).toBe(all.get(reading))
    }),
    { numRuns: 40 },
  )
})

describe('what an authorization opens', () => {
  const everything = days('2019-01-01', '2026-03-02')

  test('begins with its history and ends with its access', () => {
    const coverage = { from: '2025-03-02T20:00:00.000Z', until: '2026-02-01T08:00:00.000Z' }
    const shown = blocks(seen(dataState(), everything, { coverage }))

    expect(shown).toHaveLength(336)
    expect(shown[0]?.start).toBe(1_740_902_400)
    expect(shown.at(-1)?.start).toBe(1_769_846_400)
  })

  test.each([
    [['Usage'], 1, 'total'],
    [['Billing'], 0, 'money'],
    [['Usage', 'Billing'], 1, 'money'],
    [['Basic'], 0, 'none'],
  ] as const)('with %j: %i channels, bills: %s', (groups, channels, bills) => {
    const view = seen(dataState(), days('2026-01-01', '2026-03-01'), { coverage: { groups } })

    expect(view.readings).toHaveLength(channels)
    const shown = summaries(view)
    expect(shown.length > 0).toBe(bills !== 'none')
    expect(shown.every(({ money }) => (money === null) === (bills === 'total'))).toBe(true)
  })

  test('of a meter without intervals is its bills', () => {
    const metering = { kind: 'billOnly', commodity: 'electric' } as const
    const state = dataState({ meters: [{ metering }], agreement: { billedOnIntervals: false } })
    const view = seen(state, days('2026-01-01', '2026-03-01'))

    expect(view.readings).toEqual([])
    expect(summaries(view)[0]).toMatchObject({ quality: 17 })
    expect(summaries(view)[0]?.overall.value).toBeGreaterThan(0)
  })
})

test('a meter put in the place of another goes on under the same reading; one beside it has its own', () => {
  const swapped = dataState({ meters: [{ removedOn: '2026-02-01' }, { installedOn: '2026-02-01' }] })
  const beside = dataState({ meters: [{}, {}] })
  const decoded = (id = '') => Buffer.from(id, 'base64').toString()

  expect(seen(swapped, null).readings.map(({ id }) => decoded(id))).toEqual(['NzI6bnVsbDozNjAwOjE=:1'])
  expect(seen(beside, null).readings.map(({ id }) => decoded(id))).toEqual([
    'NzI6bnVsbDozNjAwOjE=:1',
    'NzI6bnVsbDozNjAwOjE=:2',
  ])
  expect(blocks(seen(swapped, days('2026-01-30', '2026-02-02')))).toHaveLength(4)
})
