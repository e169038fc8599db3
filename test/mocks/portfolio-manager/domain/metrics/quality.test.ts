import { describe, expect, test } from 'vitest'
import { thrownBy } from '../../../../support/portfolio-manager.ts'
import { annual, monthly, reasons, tower, years, type Asked } from './asking.ts'

const power = { type: 'Electric', history: years(120_000) }
const bill = (startDate: string, endDate: string) => ({ as: 'olive', meter: 'power', startDate, endDate, usage: 100 })
const withBills = (...bills: [string, string][]) => {
  const pm = tower({ power: { type: 'Electric' } }, { property: { score: 75 } })
  for (const [startDate, endDate] of bills) pm.act('enterBill', bill(startDate, endDate))
  return pm
}
const wholeYear: [string, string][] = [
  ['2024-12-20', '2025-02-10'],
  ['2025-02-10', '2025-04-10'],
  ['2025-04-11', '2025-06-10'],
  ['2025-06-10', '2025-08-10'],
  ['2025-08-10', '2025-10-10'],
  ['2025-10-11', '2025-12-10'],
  ['2025-12-11', '2026-01-10'],
]
const without = (at: number) => wholeYear.filter((_, other) => other !== at)

describe('the score', () => {
  test('is what the story says, as long as the data allow one', () => {
    const pm = tower({ power }, { property: { score: 75 } })

    expect([annual(pm, 'score'), reasons(pm)]).toEqual(['75', []])
    pm.act('dissociateMeter', { as: 'olive', meter: 'power' })

    expect(annual(pm, 'score')).toEqual({ because: 'No energy meter is associated with the property.' })
    expect(reasons(pm)).toEqual(['Energy - No meters selected for metrics'])
  })

  test('is nil without one in the story, with a reason the provider gives', () => {
    const pm = tower({ power })

    expect(annual(pm, 'score')).toHaveProperty('because')
    expect(reasons(pm)).toEqual(['Property type is not eligible to receive a score'])
  })

  test.each<[string, [string, string][], string]>([
    ['a bill is missing', without(3), 'Energy Meter has gaps'],
    ['the first bill is missing', without(0), 'Energy Meter has less than 12 full calendar months of data'],
    ['the last bill is missing', without(6), 'Energy Meter has less than 12 full calendar months of data'],
    ['a bill came twice', [...wholeYear, ['2025-06-10', '2025-08-10']], 'Energy Meter has overlaps'],
    ['a bill overlaps', [...wholeYear, ['2025-08-01', '2025-08-05']], 'Energy Meter has overlaps'],
  ])('and the energy are nil when %s', (_, bills, reason) => {
    const pm = withBills(...bills)

    expect(reasons(pm)).toEqual([reason])
    expect([annual(pm, 'score'), annual(pm, 'siteTotal')]).toEqual([
      { because: expect.any(String) as string },
      { because: expect.any(String) as string },
    ])
  })

  test('is not hindered by bills that meet on a day, or follow each other', () => {
    const pm = withBills(...wholeYear)

    expect([annual(pm, 'score'), reasons(pm)]).toEqual(['75', []])
    expect(annual(pm, 'siteTotal')).not.toHaveProperty('because')
  })

  test('is nil for an entry of more than 65 days, although the energy is known', () => {
    const pm = withBills(...without(3).filter((_, at) => at !== 3), ['2025-06-10', '2025-10-10'])

    expect(reasons(pm)).toEqual(['Energy Meter has single entry more than 65 days'])
    expect(annual(pm, 'siteTotal')).not.toHaveProperty('because')
  })

  test('is nil without floor area, without a use, or for a data center without an IT meter', () => {
    const score = { score: 75 }
    const pm = tower({ power }, { property: { ...score, grossFloorArea: 0 } })
    const servers = tower({ power }, { property: { ...score, primaryFunction: 'Data Center' } })
    const unused = tower({ power }, { property: { ...score, uses: {} } })

    expect(reasons(pm)).toEqual(['Gross Floor Area is 0 ft2'])
    expect(reasons(servers)).toEqual(['Data Center Issue (with Estimates, IT Configuration, or IT Meter)'])
    expect(reasons(unused)).toEqual(['Property has no uses'])
  })

  test('of water is for homes only', () => {
    const tap = { type: 'Municipally Supplied Potable Water - Indoor', history: years(100) }
    const score = { waterScore: 60 }
    const home = tower({ tap }, { property: { ...score, primaryFunction: 'Multifamily Housing' } })

    expect([annual(home, 'waterScore'), reasons(home, 'water')]).toEqual(['60', []])
    expect(reasons(tower({ tap }, { property: score }), 'water')).toHaveLength(1)
    expect(reasons(tower({ power }, { property: { primaryFunction: 'Multifamily Housing' } }), 'water')).toEqual([
      'Water - No meters selected for metrics',
    ])
  })
})

describe('alerts', () => {
  const alerts = ['Gap', 'Overlap', 'LessThanTwelveMonthsMeterData', 'NoAssociation', 'EntryMoreThan65DaysLong']

  test('say of each flaw whether there is one', () => {
    const pm = withBills(...without(3))

    const found = alerts.filter((alert) => annual(pm, `alertEnergyMeter${alert}`) === 'Possible Issue')

    expect(found).toEqual(['Gap'])
    expect(annual(pm, 'alertEnergyMeterOverlap')).toBe('Ok')
    expect(annual(pm, 'alertWaterMeterNoAssociation')).toBe('Possible Issue')
  })

  test('leave a meter in peace after it went out of use', () => {
    const pm = tower({ power, old: { type: 'Natural Gas', inUse: false } })

    expect(annual(pm, 'alertEnergyMeterLessThanTwelveMonthsMeterData')).toBe('Ok')
    expect(annual(pm, 'noOfActiveEnergyMetersTotal')).toBe('1')
  })

  test('tell estimates and unused meters', () => {
    const pm = tower({ power, gas: { type: 'Natural Gas', associated: false } })
    expect(annual(pm, 'estimatedValuesEnergy')).toBe('No')

    pm.act('correctBill', { as: 'olive', meter: 'power', startDate: '2025-05-01', estimated: true })

    expect(annual(pm, 'estimatedValuesEnergy')).toBe('Yes')
    expect(annual(pm, 'noOfActiveEnergyMetersNotUsedToComputeMetrics')).toBe('1')
  })
})

describe('names', () => {
  const refusal = (name: string, more: Asked = {}, ask: typeof annual | typeof monthly = annual) =>
    thrownBy(() => ask(tower({ power }), name, more)).refusal

  test('that no service knows are refused, and so are those of the other service', () => {
    expect([refusal('shoeSize'), refusal('siteNaturalGasUseMonthly'), refusal('score', {}, monthly)]).toEqual([
      'unknownMetric',
      'unknownMetric',
      'unknownMetric',
    ])
  })

  test('of emissions and of what weather does are known, and nil', () => {
    for (const name of ['totalGHGEmissions', 'totalLocationBasedGHGEmissions', 'siteIntensityWN', 'medianScore'])
      expect(annual(tower({ power }), name)).toEqual({ because: expect.stringMatching(/is not simulated/) as string })
  })
})
