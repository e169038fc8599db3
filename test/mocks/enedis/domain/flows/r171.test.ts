import { describe, expect, test } from 'vitest'
import { r171Series } from '../../../../../mocks/enedis/domain/flows/r171.ts'
import { indexes, loadCurve, maxPower } from '../../../../../mocks/enedis/domain/measures.ts'
import type { PointTold } from '../../../../../mocks/enedis/domain/usage-point.ts'
import type { R171Quantity } from '../../../../../mocks/enedis/views/index.ts'
import { look, measuresOf, oneMeter, question } from '../meter-state.ts'
import { byNight, days } from './night.ts'

const c4: PointTold = { segment: 'C4', commissionedOn: '2026-01-05' }
/** More is used here than was subscribed. */
const small: PointTold = { ...c4, powerKva: 37, offPeak: 'HC (22H00-6H00)', consumption: { annualKwh: 200_000 } }

function dials(told: PointTold, from: string, until?: string) {
  const meter = oneMeter(told)
  const all = r171Series(byNight(meter), days(from, until))
  const of = (quantity: R171Quantity) => all.filter((one) => one.quantity === quantity)
  const sums = (quantity: R171Quantity) =>
    of(quantity)[0]?.values.map((_, at) =>
      of(quantity).reduce((sum, { values }) => sum + (values[at]?.value ?? 0), 0),
    ) ?? []
  return { meter, all, of, sums }
}

describe('the dials of C4 by night', () => {
  test('count the energy that the other views count, active and reactive, class by class', () => {
    const { meter, of } = dials(c4, '2026-10-25', '2026-10-27')
    const asked = question(meter.point, '2026-10-25', '2026-10-27', { audience: 'v2' })
    const answer = indexes(meter.state, asked, look())
    const distributor = answer.found === 'measures' ? answer.measures.calendars[1] : undefined

    expect(of('EA').map(({ timeClass, values }) => [timeClass?.id, values.map(({ value }) => value)])).toEqual(
      distributor?.classes.map(({ id, values }) => [id, values.map(({ wh }) => wh)]),
    )
    expect(of('ERI').map(({ timeClass }) => timeClass?.id)).toEqual(['HCB', 'HPB', 'HCH', 'HPH'])
    expect(of('ERC')).toHaveLength(4)
  })

  test('tell time above the subscribed power in seconds, and the highest power in volt-amperes', () => {
    const { meter, sums, of } = dials(small, '2026-10-08')
    const asked = question(meter.point, '2026-10-01', '2026-10-08', { audience: 'sge' })
    const curve = measuresOf(loadCurve(meter.state, { ...asked, step: 5 }, look()))
    const [peaks] = measuresOf(maxPower(meter.state, { ...asked, by: 'day', phases: false }, look()))

    const above = curve.filter(({ watts }) => watts > 37_000)
    expect(above.length).toBeGreaterThan(20)
    expect(sums('DD')).toEqual([above.length * 300])
    expect(Math.max(...of('PMA').map(({ values }) => values[0]?.value ?? 0))).toBe(
      Math.max(...(peaks?.peaks ?? []).map(({ voltAmperes }) => voltAmperes ?? 0)),
    )
    expect(sums('TF')).toEqual([7 * 86_400])
  })

  test('begin anew at the reading for a bill, but for those of energy', () => {
    const { sums } = dials(small, '2026-10-31', '2026-11-03')

    const [ended, whole, anew] = sums('DD') as [number, number, number]
    expect(whole).toBeGreaterThanOrEqual(ended)
    expect(anew).toBeLessThan(whole / 10)
    expect(sums('TF')).toEqual([30 * 86_400 + 3600, 31 * 86_400 + 3600, 86_400])
    const energy = sums('EA')
    expect(energy).toEqual(energy.toSorted((one, other) => one - other))
  })

  test('are of the classes of low season before November and of high season from then on', () => {
    const { of } = dials(small, '2026-11-01', '2026-11-03')
    const time = of('TF').map(({ timeClass, values }) => [timeClass?.id, ...values.map(({ value }) => value > 0)])

    expect(time).toEqual([
      ['HCB', true, false],
      ['HPB', true, false],
      ['HCH', false, true],
      ['HPH', false, true],
    ])
  })

  test('are not known of a day that is not over', () => {
    expect(
      dials(c4, '2026-11-15', '2026-11-18')
        .of('EA')[0]
        ?.values.map(({ day }) => day),
    ).toEqual(['2026-11-15', '2026-11-16'])
  })
})

test('overrun on high voltage is a power, not a time', () => {
  const { of, sums } = dials({ segment: 'C2', commissionedOn: '2026-01-05', powerKva: 300 }, '2026-10-08')

  expect(of('DD')).toEqual([])
  expect(sums('DQ')[0]).toBeGreaterThan(0)
  expect(of('EA')).toHaveLength(5)
})

test('a home has none of these', () => {
  expect(() => dials({}, '2026-10-08')).toThrow('use R151')
})
