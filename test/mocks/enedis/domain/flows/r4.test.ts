import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { r4Curves } from '../../../../../mocks/enedis/domain/flows/r4.ts'
import { loadCurve } from '../../../../../mocks/enedis/domain/measures.ts'
import { daysLater, parisInstant } from '../../../../../mocks/enedis/domain/paris.ts'
import { correctReadings, loseReadings, wholeDay } from '../../../../../mocks/enedis/domain/reading-changes.ts'
import type { PointTold } from '../../../../../mocks/enedis/domain/usage-point.ts'
import type { R4Curve } from '../../../../../mocks/enedis/views/index.ts'
import { look, measuresOf, oneMeter, question } from '../meter-state.ts'
import { byNight, days, drawn, flowSettings } from './night.ts'

const c4: PointTold = { segment: 'C4' }
const sum = (numbers: readonly (number | null)[]) => numbers.reduce<number>((all, one) => all + (one ?? 0), 0)
const valuesOf = (curve: R4Curve | undefined) => curve?.points.map(({ value }) => value) ?? []
const active = (curves: readonly R4Curve[]) => curves.filter(({ quantity }) => quantity === 'EA')
const clockChanges = ['2025-03-30', '2025-10-26', '2026-03-29', '2026-10-25']

describe('a curve of C4 by night', () => {
  test('agrees with the one that V3 tells, within one unit, on any day', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.oneof(
          fc.constantFrom(...clockChanges),
          fc.integer({ min: 2, max: 600 }).map((back) => daysLater('2026-11-16', -back)),
        ),
        fc.constantFrom('truncated' as const, 'nearest' as const),
        fc.constantFrom<PointTold>(c4, { segment: 'C2' }, { ...c4, production: {} }),
        (seed, day, r4Rounding, told) => {
          const meter = oneMeter(told, { seed })
          const asked = question(meter.point, day, daysLater(day, 1), { audience: 'sge' })
          const v3 = measuresOf(loadCurve(meter.state, asked, look({}, { seed })))

          const [curve] = r4Curves(byNight(meter, { seed }), drawn, days(day), flowSettings({ r4Rounding }))

          const granularity = curve?.granularity ?? 0
          const energy = sum(valuesOf(curve)) * granularity * 1000
          expect(v3.length).toBeGreaterThan(130)
          expect(Math.abs(energy - sum(v3.map(({ watts, minutes }) => watts * minutes)))).toBeLessThan(
            1000 * granularity,
          )
          expect(curve?.points[0]?.startsAt).toBe(v3[0]?.startsAt)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('is told in ten minutes, and in five from June 2026 on', () => {
    const metered = byNight(oneMeter(c4))

    const curves = active(r4Curves(metered, drawn, days('2026-05-31', '2026-06-03'), flowSettings()))

    expect(curves.map(({ granularity, points }) => [granularity, points.length])).toEqual([
      [10, 144],
      [5, 576],
    ])
    expect(curves[0]?.until).toBe(curves[1]?.from)
  })

  test('has one step for good, if so told', () => {
    const metered = byNight(oneMeter(c4))
    const lengths = (r4Step: '5' | '10') =>
      active(r4Curves(metered, drawn, days('2026-05-31', '2026-06-02'), flowSettings({ r4Step }))).map(
        ({ points }) => points.length,
      )

    expect([lengths('5'), lengths('10')]).toEqual([[576], [288]])
  })

  test.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
  ])('runs on over the change of clocks on %s, of %i hours', (day, hours) => {
    const [curve] = r4Curves(byNight(oneMeter(c4)), drawn, days(day), flowSettings({ r4Step: '10' }))

    const starts = curve?.points.map(({ startsAt }) => startsAt) ?? []
    expect(starts).toHaveLength(hours * 6)
    expect(new Set(starts.slice(1).map((at, before) => at - (starts[before] ?? 0)))).toEqual(new Set([600]))
    expect((curve?.until ?? 0) - (curve?.from ?? 0)).toBe(hours * 3600)
  })

  test('begins each day without rest', () => {
    const metered = byNight(oneMeter(c4))
    const told = (from: string, until: string) =>
      valuesOf(r4Curves(metered, drawn, days(from, until), flowSettings())[0])

    const both = told('2026-10-05', '2026-10-07')

    expect(both).toEqual([...told('2026-10-05', '2026-10-06'), ...told('2026-10-06', '2026-10-07')])
  })

  test('keeps the place of what is missing, and says what was corrected', () => {
    const { state, point, house } = oneMeter(c4)
    const which = { usagePoint: point.id, direction: 'consumption' as const }
    const [from, to] = ['10:00', '10:25'].map((time) => parisInstant('2026-10-05', time)) as [string, string]
    loseReadings(state, { which: { ...which, from, to }, of: 'curve', filledAt: null }, house)
    const corrected = { ...which, ...wholeDay('2026-10-06') }
    correctReadings(state, { which: corrected, energy: { times: 2 }, reaches: 'BEST' }, house)
    const best = { direction: 'consumption', stage: 'BEST' } as const

    const [curve] = r4Curves(
      byNight({ state, point }),
      best,
      days('2026-10-05', '2026-10-07'),
      flowSettings({ r4Step: '10' }),
    )

    const missing = curve?.points.flatMap(({ value }, at) => (value === null ? [at] : []))
    expect(missing).toEqual([60, 61, 62])
    expect(curve?.points.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 144 }, () => 'R'),
      ...Array.from({ length: 144 }, () => 'C'),
    ])
  })

  test('comes with reactive power and with a voltage that the grid should have', () => {
    const curves = r4Curves(byNight(oneMeter(c4)), drawn, days('2026-10-05'), flowSettings())
    const [ea, eri, erc, volts] = curves.map(valuesOf)

    expect(curves.map(({ quantity }) => quantity)).toEqual(['EA', 'ERI', 'ERC', 'E'])
    expect(sum(eri ?? []) / sum((ea ?? []).slice(72))).toBeCloseTo(0.3, 1)
    expect(sum((erc ?? []).slice(72))).toBe(0)
    expect(Math.min(...((volts ?? []) as number[]))).toBeGreaterThanOrEqual(225)
    expect(Math.max(...((volts ?? []) as number[]))).toBeLessThanOrEqual(235)
  })

  test('is not there before it is collected, nor of days that have not come', () => {
    const told = { ...c4, consumption: { curve: [{ from: '2026-11-13' }] }, publishedAfterDays: 2 }

    const [curve] = r4Curves(byNight(oneMeter(told)), drawn, days('2026-11-09', '2026-11-16'), flowSettings())

    expect(curve?.points).toHaveLength(2 * 288)
    expect(
      r4Curves(
        byNight(oneMeter({ ...c4, consumption: { curve: 'never' } })),
        drawn,
        days('2026-11-09'),
        flowSettings(),
      ),
    ).toEqual([])
  })

  test('is none of a home', () => {
    expect(() => r4Curves(byNight(oneMeter()), drawn, days('2026-11-09'), flowSettings())).toThrow('use R50')
  })
})
