import { describe, expect, test } from 'vitest'
import type { Agreement, Source } from '../../../../../conformance/clients/enedis-sge/memory.ts'
import { measures, type CurveTold } from '../../../../../conformance/clients/enedis-sge/wire/measures.ts'
import { habits, rememberingRun, usagePoint } from './run.ts'

const about = { usagePoint, direction: 'consumption', quantity: 'active', unit: 'W', stamped: null } as const
const agreed = (segment: string): Agreement => ({
  ...{
    status: 'active',
    client: {},
    since: '2026-10-01',
    until: null,
    of: ['CDC'],
    direction: 'consumption',
    family: 'collecte',
    periodicity: 'P1D',
    segment,
    refused: {},
  },
})

/** What is known of each day after a curve was kept. */
function daysAfterKeeping(curve: Partial<CurveTold>, segment = 'C5', source: Source = 'curve') {
  const run = rememberingRun()
  run.memory.agreements[usagePoint] = agreed(segment)
  habits.keep(run, measures({ curves: [{ ...about, points: [], ...curve }] }), source)
  return { run, days: run.memory.points[usagePoint]?.flows.consumption.days[source] }
}

const points = (stamps: readonly string[], value: number | null = 600, minutes = 30) =>
  stamps.map((stamp) => ({ stamp, minutes, value }))

describe('a curve without offsets', () => {
  test('of a home ends its day at midnight of the next', () => {
    const { days } = daysAfterKeeping({ points: points(['2026-10-05 00:30:00', '2026-10-06 00:00:00']) })

    expect(days).toEqual({ '2026-10-05': { amount: 600, points: 2, minutes: 60 } })
  })

  test('of a bigger site begins its day at midnight', () => {
    const stamps = ['2026-10-05 00:00:00', '2026-10-05 23:50:00']

    const { days } = daysAfterKeeping({ points: points(stamps, 600, 10) }, 'C4')

    expect(days).toEqual({ '2026-10-05': { amount: 200, points: 2, minutes: 20 } })
  })

  test('has fifty half hours in autumn, two of which clocks show twice', () => {
    const ends = Array.from({ length: 50 }, (_, at) => Date.parse('2026-10-24T22:30:00Z') + at * 1_800_000)
    const shown = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Paris',
      dateStyle: 'short',
      timeStyle: 'medium',
    })

    const { run, days } = daysAfterKeeping({ points: points(ends.map((end) => shown.format(end))) })

    expect(days).toEqual({ '2026-10-25': { amount: 15_000, points: 50, minutes: 1500 } })
    const told = run.memory.points[usagePoint]?.flows.consumption.last?.points.map(({ at }) => Date.parse(at))
    expect(told).toEqual(ends.map((end) => end - 1_800_000))
  })

  test('has forty-six in spring', () => {
    const ends = Array.from({ length: 46 }, (_, at) => Date.parse('2026-03-28T23:30:00Z') + at * 1_800_000)
    const shown = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Paris',
      dateStyle: 'short',
      timeStyle: 'medium',
    })

    const { days } = daysAfterKeeping({ points: points(ends.map((end) => shown.format(end))) })

    expect(days).toEqual({ '2026-03-29': { amount: 13_800, points: 46, minutes: 1380 } })
  })
})

describe('a point', () => {
  test('that is missing is not counted, and is no zero', () => {
    const missing = points(['2026-10-05T01:00:00+02:00'], null)
    const there = points(['2026-10-05T00:30:00+02:00', '2026-10-05T01:30:00+02:00'])

    const { run, days } = daysAfterKeeping({ stamped: 'end', points: [...missing, ...there] })

    expect(days).toEqual({ '2026-10-05': { amount: 600, points: 2, minutes: 60 } })
    expect(run.memory.points[usagePoint]?.flows.consumption.last?.points[0]).toMatchObject({ w: null })
  })

  test('in kilowatts is a thousand watts', () => {
    const told = { stamped: 'start', unit: 'kW', points: points(['2026-10-05T00:00:00+02:00'], 12, 10) } as const

    expect(daysAfterKeeping(told, 'C4', 'R4x').days).toEqual({
      '2026-10-05': { amount: 2000, points: 1, minutes: 10 },
    })
  })

  test('of reactive power is kept apart, and one of voltage not at all', () => {
    const told = { stamped: 'start', unit: 'kVAr', points: points(['2026-10-05T00:00:00+02:00'], 6, 10) } as const

    const { run, days } = daysAfterKeeping({ ...told, quantity: 'inductive' }, 'C4', 'R4x')
    habits.keep(run, measures({ curves: [{ ...about, ...told, quantity: 'voltage', unit: 'V' }] }), 'R4x')

    expect(days).toBeUndefined()
    const { reactive } = run.memory.points[usagePoint]!.flows.consumption
    expect(reactive).toEqual({ R4x: { '2026-10-05': { amount: 1000, points: 1, minutes: 10 } } })
  })
})

describe('what dials showed', () => {
  const shown = (values: [day: string, dial: string, value: number | null][]) =>
    measures({
      indexes: [{ ...about, unit: 'Wh', values: values.map(([day, dial, value]) => ({ day, dial, value })) }],
    })
  const daysOf = (...files: ReturnType<typeof shown>[]) => {
    const run = rememberingRun()
    for (const file of files) habits.keep(run, file, 'R151')
    return run.memory.points[usagePoint]?.flows.consumption.days['R151']
  }

  test('makes a day of what they showed as it began and as the next one did, file by file', () => {
    const one = shown([
      ['2026-10-05', 'HC', 4000],
      ['2026-10-05', 'HP', 9000],
    ])
    const next = shown([
      ['2026-10-06', 'HP', 9800],
      ['2026-10-06', 'HC', 4500],
    ])

    expect(daysOf(one)).toEqual({})
    expect(daysOf(one, next)).toEqual({ '2026-10-05': { amount: 1300, points: 1, minutes: 0 } })
    expect(daysOf(next, one)).toEqual({ '2026-10-05': { amount: 1300, points: 1, minutes: 0 } })
  })

  test('makes none where a dial is not known, is another one, or began anew', () => {
    const one = shown([
      ['2026-10-05', 'HC', 4000],
      ['2026-10-05', 'HP', 9000],
    ])

    expect(
      daysOf(
        one,
        shown([
          ['2026-10-06', 'HC', 4500],
          ['2026-10-06', 'HP', null],
        ]),
      ),
    ).toEqual({})
    expect(daysOf(one, shown([['2026-10-06', 'BASE', 13_500]]))).toEqual({})
    expect(
      daysOf(
        one,
        shown([
          ['2026-10-06', 'HC', 10],
          ['2026-10-06', 'HP', 9100],
        ]),
      ),
    ).toEqual({})
  })
})

test('a day that is known point by point stays so', () => {
  const { run, days } = daysAfterKeeping({ points: points(['2026-10-05 00:30:00']) }, 'C5', 'ordered')

  habits.keep(run, measures({ days: [{ ...about, day: '2026-10-05', value: 9, unit: 'kWh' }] }), 'ordered')

  expect(days?.['2026-10-05']).toMatchObject({ amount: 300, points: 1 })
})

test('the highest power of a day is in volt-amperes, and is no energy', () => {
  const run = rememberingRun()

  habits.keep(run, measures({ peaks: [{ usagePoint, day: '2026-10-05', value: 4.2, unit: 'kVA' }] }), 'daily')

  expect(run.memory.points[usagePoint]).toMatchObject({
    peaks: { '2026-10-05': 4200 },
    flows: { consumption: { days: {} } },
  })
})
