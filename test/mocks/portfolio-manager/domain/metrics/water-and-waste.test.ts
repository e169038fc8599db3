import { describe, expect, test } from 'vitest'
import { annual, monthly, parts, tower, years } from './asking.ts'

const tap = { type: 'Municipally Supplied Potable Water - Indoor', history: years(1_200, 9_000) }
const lawn = { type: 'Well Water - Outdoor', unit: 'cm (Cubic meters)', history: years(400) }

describe('water', () => {
  test('is summed over its sources, in thousands of gallons or in cubic meters', () => {
    const pm = tower({ tap, lawn })

    expect(Number(annual(pm, 'waterUseTotal'))).toBeCloseTo(1_200 + (400 * 264.172) / 1000, 0)
    expect(Number(annual(pm, 'waterUseTotal', { system: 'METRIC' }))).toBeCloseTo(1_200_000 / 264.172 + 400, 0)
    expect(Number(annual(pm, 'waterIntensityTotal'))).toBeCloseTo(13.06, 1)
    expect(annual(tower({ tap }), 'waterCost')).toBe('9000.00')
  })

  test('is told apart by where it is used and where it comes from, and by month', () => {
    const pm = tower({ tap, lawn })

    expect(annual(pm, 'indoorWaterUseTotalAllWaterSources')).toBe('1200.0')
    expect(annual(pm, 'municipallySuppliedPotableWaterTotalUse')).toBe('1200.0')
    expect(annual(pm, 'wellWaterTotalUse')).toBe(annual(pm, 'outdoorWaterUseTotalAllWaterSources'))
    expect(annual(pm, 'mixedIndoorOutdoorWaterUseTotalAllWaterSources')).toEqual({
      because: 'No mixed water meter is associated with the property.',
    })
    expect(parts(monthly(pm, 'indoorWaterUseTotalAllWaterSourcesMonthly'), 1)).toBe(12_000)
  })

  test('of a plant’s influent is nobody’s use', () => {
    const pm = tower({
      tap,
      flow: { type: 'Average Influent Flow', unit: 'KGal (thousand gallons) (US)', history: years(9e6) },
    })

    expect(annual(pm, 'waterUseTotal')).toBe('1200.0')
  })

  test('of hot and chilled district water is energy', () => {
    const pm = tower({ heat: { type: 'District Hot Water', history: years(10_000) } })

    expect(annual(pm, 'siteEnergyUseDistrictHotWater')).toBe('10000.0')
    expect(annual(pm, 'waterUseTotal')).toHaveProperty('because')
  })
})

describe('waste', () => {
  const bins = { type: 'Disposed - Trash', history: years(80) }
  const glass = { type: 'Recycled - Glass', unit: 'pounds', history: years(40_000) }

  test('is summed by where it went, in tons or in tonnes', () => {
    const pm = tower({ bins, glass })

    expect([annual(pm, 'disposedWaste'), annual(pm, 'recycledMaterials')]).toEqual(['80.00', '20.00'])
    expect([annual(pm, 'totalWasteDisposedandDiverted'), annual(pm, 'divertedMaterials')]).toEqual(['100.00', '20.00'])
    expect(annual(pm, 'diversionRate')).toBe('20.0')
    expect(annual(pm, 'totalWasteDisposedandDivertedIntensity')).toBe('2.00')
    expect(Number(annual(pm, 'disposedWaste', { system: 'METRIC' }))).toBeCloseTo(72.57, 1)
    expect(parts(monthly(pm, 'disposedWasteMonthly'), 2)).toBe(8_000)
  })

  test('in containers of a known weight is their size, times how often they were emptied', () => {
    const pm = tower({ drums: { ...bins, unit: 'pounds', dataEntryMethod: 'regular container', containerSize: 100 } })

    expect(Number(annual(pm, 'disposedWaste'))).toBeCloseTo(4, 1)
  })

  test('by volume has no weight here', () => {
    const pm = tower({ skip: { ...bins, unit: 'Cubic yards' } })

    expect(annual(pm, 'disposedWaste')).toEqual({ because: expect.stringMatching(/records volumes/) as string })
  })
})
