import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kBtuIn } from '../../../../../mocks/portfolio-manager/domain/conversion.ts'
import { postEntries } from '../../../../../mocks/portfolio-manager/domain/consumption.ts'
import { fuels } from '../../../../../mocks/portfolio-manager/vocabulary/fuels.ts'
import type { SeenMeter } from '../../../../../mocks/portfolio-manager/views.ts'
import { dayNamed, dayNumber, lastDayOf } from '../../../../../src/toolbox/calendar.ts'
import type { Pm } from '../../../../support/portfolio-manager.ts'
import { annual, entriesOf, monthly, parts, tower, type Asked } from './asking.ts'

const units = {
  Electric: ['kWh (thousand Watt-hours)', 'MWh (million Watt-hours)', 'kBtu (thousand Btu)', 'GJ'],
  'Electric on Site Solar': ['kWh (thousand Watt-hours)'],
  'Natural Gas': ['therms', 'ccf (hundred cubic feet)', 'cm (Cubic meters)'],
  'Fuel Oil No 2': ['Gallons (US)', 'Liters'],
  'District Steam': ['KLbs. (thousand pounds)', 'Kilogram'],
} as const
type Type = keyof typeof units

const amount = fc.integer({ min: 0, max: 99_999_999 }).map((hundredths) => hundredths / 100)

const remembered = fc.constantFrom(...(Object.keys(units) as Type[])).chain((type) =>
  fc.record({
    type: fc.constant(type),
    unit: fc.constantFrom(...units[type]),
    associated: fc.boolean(),
    history: fc.record({
      from: fc.constantFrom('2013-05', '2023-01', '2024-02'),
      to: fc.constant('2026-02'),
      annualUse: amount,
      annualCost: amount,
    }),
  }),
)
const seeds = fc.string({ minLength: 1 })
const period = fc.record({
  year: fc.constant(2025),
  month: fc.integer({ min: 2, max: 12 }),
  system: fc.constantFrom('EPA' as const, 'METRIC' as const),
})
const digits = ({ system }: Asked) => (system === 'METRIC' ? 3 : 1)

describe('for every seed', () => {
  test('months sum to their year, fuels to the site, and the site to the meters that count', () => {
    fc.assert(
      fc.property(seeds, fc.array(remembered, { minLength: 1, maxLength: 4 }), period, (seed, meters, asked) => {
        const pm = tower(named(meters), { seed, guardReads: false })
        const counted = meters.map((meter, at) => ({ ...meter, name: `m${at}` })).filter(({ associated }) => associated)

        agree(pm, asked)
        const site = annual(pm, 'siteTotal', asked)
        const measured = counted.reduce((sum, { name }) => sum + measuredBy(pm, name, asked), 0)
        if (counted.length === 0) expect(site).toHaveProperty('because')
        else expect(parts([site as string], digits(asked))).toBe(measured)
      }),
      { numRuns: 60 },
    )
  })

  test('bills of any days share themselves out: nothing is lost and nothing counts twice', () => {
    const lengths = fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 10, maxLength: 40 })
    fc.assert(
      fc.property(seeds, lengths, fc.array(amount, { minLength: 40, maxLength: 40 }), (seed, lengths, usages) => {
        const pm = tower({ power: { type: 'Electric', unit: 'kBtu (thousand Btu)' } }, { seed, guardReads: false })
        let day = dayNumber('2023-06-01')
        const entries = lengths.map((length, at) => {
          const [startDate, endDate] = [dayNamed(day), dayNamed(day + length - 1)]
          day += length
          const isLast = at === lengths.length - 1
          const wholeMonth = isLast ? lastDayOf(endDate.slice(0, 7)) : endDate
          return { startDate, endDate: wholeMonth, usage: String(usages[at]), estimatedValue: false }
        })
        pm.change((state, house) =>
          postEntries(state, { caller: pm.you, meter: pm.meter('power'), kind: 'consumption', entries }, house),
        )

        for (const month of [3, 9, 12]) agree(pm, { year: 2024, month, system: 'EPA' })
        const years = Array.from({ length: 8 }, (_, at) =>
          monthly(pm, 'siteElectricityUseMonthly', { year: 2023 + at }),
        )
        const posted = entries.reduce((sum, { usage }) => sum + Math.round(Number(usage) * 10), 0)
        expect(parts(years.flat(), 1)).toBe(posted)
      }),
      { numRuns: 40 },
    )
  })
})

const named = (meters: readonly object[]) => Object.fromEntries(meters.map((meter, at) => [`m${at}`, meter]))

/** Whatever is known agrees with itself; where a month is not known, neither is the year. */
function agree(pm: Pm, asked: Asked): void {
  const of = digits(asked)
  const years: string[] = []
  for (const fuel of fuels) {
    const [year, months] = [annual(pm, fuel.annual[0], asked), monthly(pm, fuel.monthly[0], asked)]
    expect(months).toHaveLength(12)
    expect(typeof year === 'object').toBe(months.includes(null))
    if (typeof year === 'object') continue
    expect(parts(months, of)).toBe(parts([year], of))
    years.push(year)
  }
  const site = annual(pm, 'siteTotal', asked)
  if (typeof site === 'string') expect(parts(years, of)).toBe(parts([site], of))
}

/** What a meter's own entries of the period come to, each rounded once. */
function measuredBy(pm: Pm, meter: string, { year = 2025, month = 12, system = 'EPA' }: Asked): number {
  const known = pm.read((state) => state.meters[pm.meter(meter)]) as SeenMeter
  const factor = (kBtuIn(known) ?? 0) / (system === 'METRIC' ? 947.817 : 1)
  const last = `${year}-${String(month).padStart(2, '0')}-31`
  const first = `${year - 1}-${String(month).padStart(2, '0')}-31`
  return entriesOf(pm, meter)
    .filter((entry) => 'startDate' in entry && entry.startDate > first && entry.startDate <= last)
    .reduce(
      (sum, entry) => sum + Math.round(Number('usage' in entry && entry.usage) * factor * 10 ** digits({ system })),
      0,
    )
}
