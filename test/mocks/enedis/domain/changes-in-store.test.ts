import { expect, test } from 'vitest'
import { Store } from '../../../../src/ground/store/index.ts'
import { openCustomer } from '../../../../mocks/enedis/domain/customer-record.ts'
import { dailyEnergy, loadCurve } from '../../../../mocks/enedis/domain/measures.ts'
import * as changes from '../../../../mocks/enedis/domain/point-changes.ts'
import {
  correctReadings,
  fillReadings,
  loseReadings,
  wholeDay,
} from '../../../../mocks/enedis/domain/reading-changes.ts'
import { look, oneMeter, question } from './meter-state.ts'

test('a store takes every change of a meter as plain state does, and takes back what is refused', () => {
  const [plain, kept] = [oneMeter(), oneMeter()]
  const store = new Store(kept.state)
  const { id } = plain.point
  const day = { usagePoint: id, direction: 'consumption', ...wholeDay('2026-10-21') } as const
  const edit = (state: typeof plain.state, house: typeof plain.house) => {
    const bob = openCustomer(state, { name: 'bob', told: {} }, house)
    changes.changeTerms(state, { usagePoint: id, on: '2025-01-01', terms: { subscribedPowerKva: 12 } })
    changes.changeSupplier(state, { usagePoint: id, on: '2025-02-01', contractor: 'UN AUTRE' })
    changes.startProduction(state, { usagePoint: id, on: '2025-03-01' })
    changes.replaceMeter(state, { usagePoint: id, on: '2025-04-01' }, house)
    changes.stopCurve(state, { usagePoint: id, on: '2025-05-01', direction: 'consumption' })
    changes.collectCurve(state, { usagePoint: id, on: '2025-06-01', direction: 'consumption', step: 60 })
    changes.moveIn(state, { usagePoint: id, on: '2025-07-01', customer: bob.id })
    loseReadings(state, { which: day, of: 'everything', filledAt: null }, house)
    fillReadings(state, id, house)
    correctReadings(state, { which: day, energy: { totalWh: 4321 }, reaches: 'bothStages' }, house)
  }

  edit(plain.state, plain.house)
  store.change((state) => edit(state, kept.house))

  expect(store.read((state) => state)).toEqual(plain.state)
  const before = JSON.stringify(store.read((state) => state))
  const tooSoon = { usagePoint: id, on: '2025-12-01', terms: { subscribedPowerKva: 42 } }
  expect(() => store.change((state) => changes.changeTerms(state, tooSoon))).toThrow('42 kVA')
  expect(JSON.stringify(store.read((state) => state))).toBe(before)
  const asked = question(plain.point, '2026-10-20', '2026-10-23')
  for (const measure of [dailyEnergy, loadCurve])
    expect(store.read((state) => measure(state, asked, look()))).toEqual(measure(plain.state, asked, look()))
})
