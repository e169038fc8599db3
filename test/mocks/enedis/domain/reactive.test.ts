import { expect, test } from 'vitest'
import { dayNumber } from '../../../../src/toolbox/calendar.ts'
import { parisLocalDay } from '../../../../mocks/enedis/domain/energy.ts'
import { indexesOf } from '../../../../mocks/enedis/domain/indexes.ts'
import { meteredPoint } from '../../../../mocks/enedis/domain/metered.ts'
import { countedInSlots, type Counting } from '../../../../mocks/enedis/domain/reactive.ts'
import { look, oneMeter } from './meter-state.ts'

const nightSlots = { '2026-10-05': 72, '2026-10-25': 84, '2026-03-29': 60 } as const

test.each(Object.entries(nightSlots))('motors turn by day and cables charge until six: %s', (date, night) => {
  const day = parisLocalDay(dayNumber(date))
  const energy = new Float64Array(day.lasts / 300).fill(1000)

  const inductive = countedInSlots(energy, day, 'inductive')
  const capacitive = countedInSlots(energy, day, 'capacitive')

  expect([...inductive]).toEqual([...energy].map((_, at) => (at < night ? 0 : 300)))
  expect([...capacitive]).toEqual([...energy].map((_, at) => (at < night ? 100 : 0)))
})

test('dials of reactive energy count as those of active energy do: each hour in one class, none by night', () => {
  const { state, point } = oneMeter({ segment: 'C4', offPeak: 'HC (22H00-6H00)', commissionedOn: '2026-09-01' })
  const metered = meteredPoint(state, point.id, look())
  const days = { from: dayNumber('2026-10-05'), until: dayNumber('2026-10-07') }
  const dials = (counting: Counting) => {
    const view = indexesOf(metered, { direction: 'consumption', stage: 'BRUT' }, { ...days, counting })
    const [, distributor] = view.calendars
    return { total: view.total.values, classes: distributor?.classes ?? [] }
  }
  const growth = (values: { wh: number }[]) => (values[1]?.wh ?? 0) - (values[0]?.wh ?? 0)

  const [active, inductive, capacitive] = [dials('active'), dials('inductive'), dials('capacitive')]

  expect(inductive.classes.reduce((sum, { values }) => sum + growth(values), 0)).toBe(growth(inductive.total))
  expect(growth(inductive.total) / growth(active.total)).toBeCloseTo(0.27, 1)
  expect(capacitive.classes.filter(({ values }) => growth(values) > 0).map(({ id }) => id)).toEqual(['HCB'])
})
