import { expect, test } from 'vitest'
import { orderedMeasures } from '../../../../../mocks/enedis/domain/flows/ordered.ts'
import { dailyEnergy, indexes, loadCurve, maxPower } from '../../../../../mocks/enedis/domain/measures.ts'
import { look, measuresOf, oneMeter, question } from '../meter-state.ts'
import { byNight, days, drawn } from './night.ts'

const [from, until] = ['2026-10-23', '2026-10-27']

test.each(['C5', 'C4'] as const)('what an order brings of %s is what the web services tell of it', (segment) => {
  const meter = oneMeter({ segment, commissionedOn: '2026-03-02' })
  const asked = question(meter.point, from, until, { audience: 'sge' })
  const ordered = (of: 'COURBES' | 'INDEX' | 'ENERGIE' | 'PMAX') =>
    orderedMeasures(byNight(meter), { ...drawn, ...days(from, until), of }, look().dialect)
  const dials = indexes(meter.state, asked, look())

  expect(ordered('COURBES')).toMatchObject({
    usagePoint: meter.point.id,
    from,
    until,
    curves: [
      { quantity: 'PA', points: measuresOf(loadCurve(meter.state, asked, look())) },
      ...(segment === 'C4' ? [{ quantity: 'PRI' }, { quantity: 'PRC' }] : []),
    ],
  })
  expect(ordered('ENERGIE')).toMatchObject({ days: measuresOf(dailyEnergy(meter.state, asked, look())) })
  expect(ordered('PMAX')).toMatchObject({
    peaks: measuresOf(maxPower(meter.state, { ...asked, by: 'day', phases: false }, look())),
  })
  expect(ordered('INDEX')).toMatchObject({ indexes: dials.found === 'measures' ? dials.measures : undefined })
})

test('reactive curves have a stamp for each of the active one', () => {
  const meter = oneMeter({ segment: 'C4' })
  const told = orderedMeasures(byNight(meter), { ...drawn, ...days(from, until), of: 'COURBES' }, look().dialect)
  const [active, inductive] = told.of === 'COURBES' ? told.curves.map(({ points }) => points) : []

  expect(inductive?.map(({ stamp }) => stamp)).toEqual(active?.map(({ stamp }) => stamp))
  expect(inductive?.every(({ watts }, at) => watts < (active?.[at]?.watts ?? 0))).toBe(true)
})
