import { describe, expect, test } from 'vitest'
import { historyOfCurve, historyOfIndexes } from '../../../../../mocks/enedis/domain/flows/history.ts'
import { loadCurve } from '../../../../../mocks/enedis/domain/measures.ts'
import { parisInstant } from '../../../../../mocks/enedis/domain/paris.ts'
import { loseReadings } from '../../../../../mocks/enedis/domain/reading-changes.ts'
import type { PointTold } from '../../../../../mocks/enedis/domain/usage-point.ts'
import { look, measuresOf, oneMeter, question } from '../meter-state.ts'
import { byNight, days, drawn } from './night.ts'

const sge = { preActivationCurve: 'sge' } as const
const seconds = (day: string, time: string) => Date.parse(parisInstant(day, time)) / 1000

describe('a history file', () => {
  test('of a home is hourly until the curve was activated, then half-hourly, stamped at the end', () => {
    const meter = oneMeter({ consumption: { curve: [{ from: '2026-10-07' }] } })

    const { points } = historyOfCurve(byNight(meter), drawn, days('2026-10-06', '2026-10-08'), sge)

    expect(points).toHaveLength(24 + 48)
    expect(points[0]?.at).toBe(seconds('2026-10-06', '01:00'))
    expect(points.at(-1)?.at).toBe(seconds('2026-10-08', '00:00'))
  })

  test('of a business is in ten minutes, stamped at the start', () => {
    const meter = oneMeter({ segment: 'C4' })

    const { points, minutes } = historyOfCurve(byNight(meter), drawn, days('2026-10-06'), sge)

    expect([minutes, points.length, points[0]?.at]).toEqual([10, 144, seconds('2026-10-06', '00:00')])
  })

  test.each([
    ['2026-03-29', 46],
    ['2026-10-25', 50],
  ])('has the half hours of the day on which the clock is changed: %s, %i', (day, count) => {
    const meter = oneMeter()
    const asked = question(meter.point, day, day === '2026-03-29' ? '2026-03-30' : '2026-10-26', { audience: 'sge' })
    const curve = measuresOf(loadCurve(meter.state, asked, look()))

    const { points } = historyOfCurve(byNight(meter), drawn, days(day), sge)

    expect(points).toHaveLength(count)
    expect(points.map(({ value }) => value)).toEqual(curve.map(({ watts }) => watts))
  })

  test('has a stamp without value where a point is missing', () => {
    const { state, point, house } = oneMeter()
    const [from, to] = ['10:00', '11:00'].map((time) => parisInstant('2026-10-05', time)) as [string, string]
    const which = { usagePoint: point.id, direction: 'consumption' as const, from, to }
    loseReadings(state, { which, of: 'curve', filledAt: null }, house)

    const { points } = historyOfCurve(byNight({ state, point }), drawn, days('2026-10-05'), sge)

    expect(points.flatMap(({ value }, at) => (value === null ? [at] : []))).toEqual([20, 21])
  })

  const never: PointTold = { consumption: { curve: 'never' } }
  const lately: PointTold = { consumption: { curve: [{ from: '2026-10-07' }] } }
  test.each([
    [never, 'sge', 0],
    [lately, 'none', 0],
  ] as const)('has no points where nothing was collected: %j, %s', (told, preActivationCurve, count) => {
    const { points } = historyOfCurve(byNight(oneMeter(told)), drawn, days('2026-10-05'), { preActivationCurve })

    expect(points).toHaveLength(count)
  })

  test('of indexes has what the dials showed as each day began', () => {
    const meter = oneMeter({ commissionedOn: '2026-09-01' })

    const { points } = historyOfIndexes(byNight(meter), drawn, days('2026-10-05', '2026-10-08'))

    expect(points.map(({ at }) => at)).toEqual(['05', '06', '07'].map((day) => seconds(`2026-10-${day}`, '00:00')))
    expect(points.every(({ value }, at) => (value ?? 0) > (points[at - 1]?.value ?? 0))).toBe(true)
  })
})
