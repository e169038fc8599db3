import { describe, expect, test } from 'vitest'
import {
  activatedOn,
  contractOn,
  holderOn,
  termsOn,
  unchangedSince,
} from '../../../../mocks/enedis/domain/contracts.ts'
import { openCustomer } from '../../../../mocks/enedis/domain/customer-record.ts'
import { dailyEnergy, loadCurve } from '../../../../mocks/enedis/domain/measures.ts'
import {
  changeSupplier,
  changeTerms,
  collectCurve,
  moveIn,
  moveOut,
  opposeCurve,
  publishLater,
  replaceMeter,
  setServicesLevel,
  startProduction,
  stopCurve,
} from '../../../../mocks/enedis/domain/point-changes.ts'
import { look, measuresOf, oneMeter, question } from './meter-state.ts'

const steps = ({ state, point }: ReturnType<typeof oneMeter>) =>
  measuresOf(loadCurve(state, question(point, '2026-10-05', '2026-10-09'), look())).map(({ minutes }) => minutes)
const times = (count: number, step: number) => Array.from({ length: count }, () => step)

describe('the curve of a point', () => {
  test('is collected from the day somebody asks for it, until nobody does', () => {
    const meter = oneMeter({ consumption: { curve: 'never' } })
    const asked = { usagePoint: meter.point.id, direction: 'consumption' } as const

    collectCurve(meter.state, { ...asked, on: '2026-10-06' })
    stopCurve(meter.state, { ...asked, on: '2026-10-08' })

    expect(steps(meter)).toEqual(times(96, 30))
  })

  test('goes from an hour to half an hour and to ten minutes inside one answer', () => {
    const meter = oneMeter({ consumption: { curve: [{ from: '2025-01-01', step: 60 }] } })
    const asked = { usagePoint: meter.point.id, direction: 'consumption' } as const

    collectCurve(meter.state, { ...asked, on: '2026-10-06', step: 30 })
    collectCurve(meter.state, { ...asked, on: '2026-10-07', step: 10 })

    expect(steps(meter)).toEqual([...times(24, 60), ...times(48, 30), ...times(288, 10)])
  })

  test('cannot be collected by a meter that is not open to services, nor of a direction it has not', () => {
    const { state, point } = oneMeter({ servicesLevel: '1' })
    const asked = { usagePoint: point.id, on: '2026-10-06' } as const

    expect(() => collectCurve(state, { ...asked, direction: 'consumption' })).toThrow('level 2')
    expect(() => stopCurve(state, { ...asked, direction: 'production' })).toThrow('has no production')
  })

  test('may be opposed and allowed again', () => {
    const { state, point } = oneMeter()
    const asked = question(point, '2026-10-05', '2026-10-06')

    opposeCurve(state, point.id, true)
    expect(loadCurve(state, asked, look())).toEqual({ found: 'refused', because: 'curveOpposed' })

    opposeCurve(state, point.id, false)
    expect(loadCurve(state, asked, look()).found).toBe('measures')
  })
})

describe('who lives at a point', () => {
  test('changes with a move: the history of those before is closed', () => {
    const { state, point, customer, house } = oneMeter()
    const bob = openCustomer(state, { name: 'bob', told: {} }, house)

    moveIn(state, { usagePoint: point.id, on: '2026-10-06', customer: bob.id })

    expect([holderOn(point, '2026-10-05'), holderOn(point, '2026-10-06')]).toEqual([customer.id, bob.id])
    expect(activatedOn(point, 'consumption', '2026-11-16')).toBe('2026-10-06')
    expect(contractOn(point, 'consumption', '2026-10-06')).toMatchObject({ holder: bob.id, startsOn: '2026-10-06' })
    const asked = question(point, '2026-10-06', '2026-10-08')
    expect(dailyEnergy(state, { ...asked, customer: bob.id }, look()).found).toBe('measures')
    expect(dailyEnergy(state, { ...asked, customer: customer.id }, look())).toMatchObject({ because: 'notHolder' })
    expect(dailyEnergy(state, { ...asked, from: '2026-10-05' }, look())).toMatchObject({ because: 'beforeActivation' })
  })

  test('may be nobody for a while, when nothing is measured', () => {
    const { state, point, customer } = oneMeter()

    moveOut(state, { usagePoint: point.id, on: '2026-10-06' })
    expect(point.state).toBe('RESIL')
    expect(measuresOf(dailyEnergy(state, question(point, '2026-10-05', '2026-10-09'), look()))).toHaveLength(1)

    moveIn(state, { usagePoint: point.id, on: '2026-10-08', customer: customer.id })
    expect(point.state).toBe('SERVC')
    expect(holderOn(point, '2026-10-07')).toBeUndefined()
    expect(measuresOf(dailyEnergy(state, question(point, '2026-10-08', '2026-10-09'), look()))).toHaveLength(1)
  })

  test('keeps both directions for those who move in', () => {
    const { state, point, house } = oneMeter({ production: {} })
    const bob = openCustomer(state, { name: 'bob', told: {} }, house)

    moveIn(state, { usagePoint: point.id, on: '2026-10-06', customer: bob.id })

    expect(contractOn(point, 'production', '2026-11-16')).toMatchObject({ holder: bob.id, segment: 'P4' })
  })
})

describe('the contract of a point', () => {
  const contract = ({ point }: ReturnType<typeof oneMeter>) => {
    const found = contractOn(point, 'consumption', '2026-11-16')
    if (found === undefined) throw new Error('no contract')
    return found
  }

  test('says something else from a day on, and since when each thing has been so', () => {
    const meter = oneMeter()
    const at = { usagePoint: meter.point.id }

    changeTerms(meter.state, { ...at, on: '2026-03-01', terms: { subscribedPowerKva: 12 } })
    changeTerms(meter.state, { ...at, on: '2026-05-01', terms: { distributionTariff: 'BTINFMUDT' } })
    changeSupplier(meter.state, { ...at, on: '2026-06-01', contractor: 'UN AUTRE' })

    expect(meter.point.contracts[0]?.terms[0]).toMatchObject({ subscribedPowerKva: 9 })
    expect(termsOn(contract(meter), '2026-11-16')).toMatchObject({
      subscribedPowerKva: 12,
      distributionTariff: 'BTINFMUDT',
    })
    const since = (what: 'subscribedPowerKva' | 'distributionTariff' | 'offPeak') =>
      unchangedSince(meter.point, { direction: 'consumption', what, day: '2026-11-16' })
    expect([since('subscribedPowerKva'), since('distributionTariff'), since('offPeak')]).toEqual([
      '2026-03-01',
      '2026-05-01',
      '2013-08-14',
    ])
  })

  test('changes its power once in twelve months', () => {
    const meter = oneMeter()
    const power = (on: string, subscribedPowerKva: number) =>
      changeTerms(meter.state, { usagePoint: meter.point.id, on, terms: { subscribedPowerKva } })

    power('2025-03-01', 12)
    power('2026-03-01', 15)

    expect(() => power('2027-02-28', 18)).toThrow('once in twelve months')
  })

  test('goes to another supplier on the same terms, which is no commissioning', () => {
    const meter = oneMeter()
    const terms = termsOn(contract(meter), '2026-11-16')

    changeSupplier(meter.state, { usagePoint: meter.point.id, on: '2026-10-06', contractor: 'UN AUTRE' })

    expect(contract(meter)).toMatchObject({ contractor: 'UN AUTRE', startsOn: '2026-10-06' })
    expect(termsOn(contract(meter), '2026-11-16')).toEqual({ ...terms, since: '2026-10-06' })
    expect(activatedOn(meter.point, 'consumption', '2026-11-16')).toBe('2013-08-14')
    expect(
      measuresOf(dailyEnergy(meter.state, question(meter.point, '2026-10-05', '2026-10-08'), look())),
    ).toHaveLength(3)
  })

  test('cannot change before it has begun, or where there is none', () => {
    const { state, point } = oneMeter()
    const change = (on: string) => changeTerms(state, { usagePoint: point.id, on, terms: {} })

    expect(() => change('2013-08-13')).toThrow('has no contract')
    expect(() => change('2013-08-14')).toThrow('choose a later day')
  })
})

describe('production', () => {
  test('begins on a day, with a contract and a curve of its own', () => {
    const { state, point } = oneMeter()
    startProduction(state, { usagePoint: point.id, on: '2026-10-06' })
    const asked = question(point, '2026-10-06', '2026-10-07', { direction: 'production' })

    expect(measuresOf(loadCurve(state, asked, look()))).toHaveLength(48)
    expect(dailyEnergy(state, { ...asked, from: '2026-10-05' }, look())).toMatchObject({ because: 'beforeActivation' })
    expect(contractOn(point, 'production', '2026-10-06')).toMatchObject({ segment: 'P4', type: 'GRD-A' })
    expect(() => startProduction(state, { usagePoint: point.id, on: '2026-10-07' })).toThrow('produces already')
  })
})

test('readings may come a day later than those of others', () => {
  const { state, point } = oneMeter()

  publishLater(state, point.id, 2)

  expect(measuresOf(dailyEnergy(state, question(point, '2026-11-13', '2026-11-16'), look()))).toHaveLength(2)
})

test('a meter cannot be replaced before it hangs, nor closed to services while a curve is collected', () => {
  const { state, point, house } = oneMeter()

  expect(() => replaceMeter(state, { usagePoint: point.id, on: '2013-08-14' }, house)).toThrow('No meter hangs')
  expect(() => setServicesLevel(state, point.id, '1')).toThrow('level 2')
})
