import { describe, expect, test } from 'vitest'
import { fuels } from '../../../../../mocks/portfolio-manager/vocabulary/fuels.ts'
import { annual, entriesOf, monthly, parts, tower, years } from './asking.ts'

const power = { type: 'Electric', history: years(120_000, 18_000) }
const gas = { type: 'Natural Gas', history: years(5_000, 6_000) }

describe('site energy', () => {
  test('is what the associated meters measured, in kBtu or in GJ', () => {
    const pm = tower({ power, gas, spare: { ...power, associated: false } })

    const usage = (meter: string, factor: number) =>
      entriesOf(pm, meter)
        .filter((entry) => 'startDate' in entry && entry.startDate.startsWith('2025'))
        .reduce((sum, entry) => sum + Math.round(Number('usage' in entry && entry.usage) * factor * 10), 0) / 10
    expect(annual(pm, 'siteTotal')).toBe((usage('power', 3.412) + usage('gas', 100)).toFixed(1))
    expect(Number(annual(pm, 'siteTotal'))).toBeCloseTo(120_000 * 3.412 + 5_000 * 100, -1)
    expect(Number(annual(pm, 'siteTotal', { system: 'METRIC' }))).toBeCloseTo(909_440 / 947.817, 1)
  })

  test('is the sum of its fuels, and each fuel that of its months', () => {
    const pm = tower({ power, gas, oil: { type: 'Fuel Oil No 2', unit: 'Gallons (US)', history: years(800) } })

    const known = fuels.map(({ annual: [name] }) => annual(pm, name)).filter((value) => typeof value === 'string')
    expect(known).toHaveLength(3)
    expect(parts(known, 1)).toBe(parts([annual(pm, 'siteTotal') as string], 1))
    for (const {
      annual: [year],
      monthly: [months],
    } of fuels.slice(0, 3).filter((_, at) => at !== 1))
      expect(parts(monthly(pm, months), 1)).toBe(parts([annual(pm, year) as string], 1))
  })

  test('is divided by the floor area, whatever its units', () => {
    const inFeet = tower({ power })
    const inMeters = tower({ power }, { property: { grossFloorArea: { value: 100_000, units: 'Square Meters' } } })

    expect(annual(inFeet, 'siteIntensity')).toBe('4.1')
    expect(annual(inMeters, 'siteIntensity')).toBe('0.4')
    expect(annual(inMeters, 'siteIntensity', { system: 'METRIC' })).toBe('0.004')
    expect(annual(tower({ power }, { property: { grossFloorArea: 0 } }), 'siteIntensity')).toEqual({
      because: 'The gross floor area of the property is 0.',
    })
  })

  test('becomes source energy by the ratios of the country', () => {
    const american = tower({ power, gas })
    const canadian = tower({ power, gas }, { property: { address: { country: 'CA', state: 'ON' } } })

    expect(Number(annual(american, 'sourceTotal'))).toBeCloseTo(120_000 * 3.412 * 2.8 + 500_000 * 1.05, -1)
    expect(Number(annual(canadian, 'sourceTotal'))).toBeCloseTo(120_000 * 3.412 * 1.96 + 500_000 * 1.01, -1)
  })

  test.each([
    ['Electric', 'kWh (thousand Watt-hours)', 3.412],
    ['Electric', 'GJ', 947.817],
    ['Natural Gas', 'therms', 100],
    ['Natural Gas', 'ccf (hundred cubic feet)', 102.6],
    ['Natural Gas', 'cm (Cubic meters)', 36.23],
    ['Fuel Oil No 2', 'Gallons (US)', 138],
    ['Fuel Oil No 2', 'Liters', 36.456],
    ['Propane', 'Gallons (US)', 92],
    ['Propane', 'kcf (thousand cubic feet)', 2516],
    ['District Steam', 'KLbs. (thousand pounds)', 1194],
    ['District Chilled Water - Other', 'ton hours', 12],
    ['Coal Anthracite', 'tons', 25_090],
    ['Wood', 'Cords', 20_000],
  ])('of a %s meter in %s counts %d kBtu a unit', (type, unit, kBtu) => {
    const pm = tower({ meter: { type, unit, history: years(1000) } })

    const counted = Number(annual(pm, 'siteTotal')) / 1000
    expect(Math.abs(counted / kBtu - 1)).toBeLessThan(0.0005)
  })

  test('is nil where a unit says nothing of energy', () => {
    const pm = tower({ power: { type: 'Electric', name: 'Main', unit: 'Gallons (US)', history: years(1000) } })

    expect(annual(pm, 'siteTotal')).toEqual({
      because: expect.stringMatching(/^The meter Main \(\d+\) is in a unit that does not say/) as string,
    })
  })

  test('leaves out what IT meters measure, for it has passed the electric meter already', () => {
    const it = {
      type: 'IT Equipment Input Energy (meters on each piece of equipment)',
      unit: 'kWh (thousand Watt-hours)',
    }
    const pm = tower({ power, servers: { ...it, history: years(50_000) } })

    expect(annual(pm, 'siteTotal')).toBe(annual(tower({ power }), 'siteTotal'))
  })

  test('of deliveries counts from the first one on', () => {
    const pm = tower({ oil: { type: 'Fuel Oil No 2', metered: false, unit: 'Gallons (US)', history: years(100) } })

    expect(Number(annual(pm, 'siteEnergyUseFuelOil2'))).toBeCloseTo(13_800, 0)
    expect(annual(pm, 'siteTotal', { year: 2024, month: 11 })).toHaveProperty('because')
  })
})

describe('cost', () => {
  test('is what the entries say, to the cent', () => {
    const pm = tower({ power, gas })

    expect(annual(pm, 'energyCost')).toBe('24000.00')
    expect(annual(pm, 'energyCostNaturalGas')).toBe('6000.00')
    expect(annual(pm, 'energyCostIntensity')).toBe('0.24')
  })

  test('is nil where one entry has none', () => {
    const pm = tower({ power, gas: { type: 'Natural Gas', history: years(5_000) } })

    expect(annual(pm, 'energyCostElectricityGridPurchase')).toBe('18000.00')
    expect(annual(pm, 'energyCost')).toEqual({ because: expect.stringMatching(/has entries without a cost/) as string })
  })
})

describe('months', () => {
  test('are twelve, ending with the one asked, each known as soon as it is whole', () => {
    const pm = tower({ power })

    const months = monthly(pm, 'siteElectricityUseMonthly', { year: 2026, month: 4 })

    expect(months.map((value) => value !== null)).toEqual([...Array<boolean>(10).fill(true), false, false])
    expect(annual(pm, 'siteTotal', { year: 2026, month: 4 })).toEqual({
      because: expect.stringMatching(/no whole record of 2026-03/) as string,
    })
  })

  test('share a bill that spans two of them by its days', () => {
    const pm = tower({ power: { type: 'Electric', unit: 'kBtu (thousand Btu)' } })
    pm.act('enterBill', { as: 'olive', meter: 'power', startDate: '2025-10-01', endDate: '2025-11-30', usage: 610 })

    const months = monthly(pm, 'siteElectricityUseMonthly')

    expect(months.slice(8)).toEqual([null, '310.0', '300.0', null])
  })

  test('of a fuel without a meter are all nil', () => {
    expect(monthly(tower({ power }), 'siteNaturalGasUseMonthly')).toEqual(Array(12).fill(null))
  })
})
