import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type {
  Agreement,
  Correction,
  Day,
  Meter,
  MeterId,
  State,
  UsagePointId,
} from '../../../../mocks/pge/model/index.ts'
import type { UsagePointView } from '../../../../mocks/pge/views.ts'
import { blocks, dataState, days, hourly, quarterly, readings, seen, summaries, type Made } from './data-state.ts'

const history = days('2024-10-01', '2026-03-02')
const solar = { annualUse: 7_000, annualProduction: 6_000 }
const cases: Record<string, Made> = {
  hourly: {},
  quarterly: { meters: [{ metering: quarterly, annualUse: 400_000 }], agreement: { customerClass: 'COM/IND' } },
  'delivered and received': { meters: [{ metering: { ...hourly, flows: 'deliveredAndReceived' }, ...solar }] },
  'received by the quarter': { meters: [{ metering: { ...quarterly, flows: 'deliveredAndReceived' }, ...solar }] },
  net: { meters: [{ metering: { ...quarterly, flows: 'net' }, ...solar }] },
  gas: { meters: [{ metering: { kind: 'gas' }, annualUse: 400 }], agreement: { commodity: 'gas' } },
  'two meters': { meters: [{}, { annualUse: 2_500 }] },
  'a meter that was swapped': {
    meters: [{ removedOn: '2025-10-20' }, { installedOn: '2025-10-20', metering: quarterly }],
  },
  'read late': { meters: [{ publishedAfterDays: 6, metering: quarterly }] },
  tiers: { agreement: { rates: [{ tariff: 'E-1', hasTimeOfUse: false, since: '2020-01-01' }] } },
  'a rate that changed': {
    agreement: {
      rates: [
        { tariff: 'E-TOU-C', hasTimeOfUse: true, since: '2020-01-01' },
        { tariff: 'B-19', hasTimeOfUse: true, since: '2025-12-20' },
      ],
    },
  },
  'billed at the end of the month': { agreement: { billDay: 31 } },
  'service that was shut off for a while': {
    agreement: {
      shutOffs: [
        { on: '2025-11-20', until: '2025-12-02' },
        { on: '2026-01-08', until: '2026-01-08' },
      ],
    },
  },
  'service that has ended': { agreement: { status: { kind: 'ended', on: '2026-01-20' } } },
}

/**
 * Every bill has as its total what the readings come to that begin in its period: delivered less received, or net.
 * Bills that began before the window are told whole, and their readings are not.
 */
function holds(view: UsagePointView): number {
  const all = [...readings(view)].map(([reading, value]) => {
    const [begins, flow] = reading.split(' ').map(Number) as [number, number]
    return { begins, value: flow === 19 ? -value : value }
  })
  const [first = Infinity] = all.map(({ begins }) => begins).sort((one, other) => one - other)
  const bills = summaries(view).filter(({ period }) => period.start + 1 >= first)
  for (const { period, overall } of bills) {
    const inPeriod = all.filter(({ begins }) => begins >= period.start && begins < period.start + period.duration)
    expect(inPeriod.reduce((sum, { value }) => sum + value, 0)).toBe(overall.value)
  }
  return bills.length
}

const agreements = fc.record({
  made: fc.constantFrom(...Object.values(cases)),
  seed: fc.string(),
  billDay: fc.integer({ min: 1, max: 31 }),
  hours: fc.array(fc.tuple(fc.integer({ min: 0, max: 24 * 90 }), fc.option(fc.integer({ min: 0, max: 9e6 }))), {
    maxLength: 8,
  }),
  now: fc.integer({ min: Date.parse('2025-11-20T20:00:00Z'), max: Date.parse('2026-04-20T20:00:00Z') }),
})

describe('once billed, readings sum to the bill', () => {
  test.each(Object.entries(cases))('%s', (_, made) => {
    const view = seen(dataState(made), history)

    expect(holds(view)).toBeGreaterThan(14)
  })

  test('whatever the seed, the time, the bill day, and what was lost or corrected on the way', () => {
    fc.assert(
      fc.property(agreements, ({ made, seed, billDay, hours, now }) => {
        const corrections = hours.map(([hour, value], at) => changed(made, { hour, value, at }))
        const agreement: Partial<Agreement> = { ...made.agreement, billDay }
        const state = dataState({ ...made, agreement, corrections })

        const view = seen(state, days('2025-09-01', '2026-04-20'), { seed, now: new Date(now).toISOString() })

        expect(holds(view)).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })
})

function changed(
  { meters = [{}] }: Made,
  { hour, value, at }: { hour: number; value: number | null; at: number },
): Correction {
  const startsMs = Date.parse('2025-11-01T07:00:00Z') + hour * 3_600_000
  const metering = (meters.at(-1) as Partial<Meter>).metering ?? hourly
  const flow = metering.kind === 'electric' && metering.flows === 'net' ? 4 : 1
  return {
    meter: `m${meters.length}` as MeterId,
    flow,
    startsAt: new Date(startsMs).toISOString(),
    value,
    quality: value === null ? 10 : 8,
    at: new Date(startsMs + (at + 1) * 9 * 86_400_000).toISOString(),
  }
}

describe('a bill', () => {
  test.each(Object.entries(cases))('adds up: %s', (_, made) => {
    for (const { overall, money } of summaries(seen(dataState(made), history))) {
      const lines = money?.lines ?? []
      const energy = lines.filter(({ note }) => /Energy Charge|Baseline|Excess/.test(note))
      const volume = energy.reduce((sum, { measurement }) => sum + (measurement?.value ?? 0), 0)

      expect(money?.total).toBe(lines.reduce((sum, { amount }) => sum + amount, 0))
      expect(volume).toBe(overall.value)
    }
  })

  test('ends when service is shut off, and the next begins when it goes on', () => {
    const shutOffs = [{ on: '2025-11-20' as Day, until: '2025-12-02' as Day }]
    const view = seen(dataState({ agreement: { shutOffs } }), days('2025-11-01', '2025-12-31'))
    const pacificDay = (second: number) => new Date((second - 8 * 3600) * 1000).toISOString().slice(0, 10)

    const periods = summaries(view).map(({ period: { start, duration } }) => [start, start + duration].map(pacificDay))
    const read = new Set(blocks(view).map(({ start }) => pacificDay(start)))

    expect(periods).toContainEqual(['2025-11-12', '2025-11-20'])
    expect(periods).toContainEqual(['2025-12-02', '2025-12-12'])
    expect([read.has('2025-11-19'), read.has('2025-11-20'), read.has('2025-12-01')]).toEqual([true, false, false])
    expect(read.has('2025-12-02')).toBe(true)
  })

  test('comes out on the same days under a new usage point id', () => {
    const state = dataState()
    const before = summaries(seen(state, history))
    const moved = JSON.parse(JSON.stringify(state).replaceAll('8543096842', '8543096843')) as State

    const after = summaries(seen(moved, history, { coverage: { agreement: '8543096843' as UsagePointId } }))

    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })

  test('follows the one before without a gap', () => {
    const periods = summaries(seen(dataState(), history)).map(({ period }) => period)

    periods.slice(1).forEach(({ start }, at) => {
      const before = periods[at] as { start: number; duration: number }
      expect(start).toBe(before.start + before.duration)
    })
  })

  test('comes out a day or two after its period, at local midnight', () => {
    for (const { id, period } of summaries(seen(dataState(), history))) {
      const days = Math.round((id / 1000 - period.start - period.duration) / 86_400)

      expect([1, 2]).toContain(days)
      expect([7, 8]).toContain(new Date(id).getUTCHours())
    }
  })
})

test('readings of a day with 23 or 25 hours number 23 or 25', () => {
  const view = seen(dataState(), days('2025-03-08', '2025-11-03'))
  const lengths = new Map(blocks(view).map(({ start, values, duration }) => [start, [values.length, duration]]))

  expect(lengths.get(1_741_507_200)).toEqual([23, 82_800])
  expect(lengths.get(1_762_066_800)).toEqual([25, 90_000])
  expect(lengths.get(1_762_156_800)).toEqual([24, 86_400])
})
