import { describe, expect, test } from 'vitest'
import { activatedOn, contractOn, contractsOn, holderOn, termsOn } from '../../../../mocks/enedis/domain/contracts.ts'
import { openCustomer } from '../../../../mocks/enedis/domain/customer-record.ts'
import { faultsOfOffPeak } from '../../../../mocks/enedis/domain/off-peak.ts'
import { openUsagePoint, type PointTold } from '../../../../mocks/enedis/domain/usage-point.ts'
import { hasCheckDigits } from '../../../../mocks/enedis/domain/prm.ts'
import type { UsagePointId } from '../../../../mocks/enedis/model/index.ts'
import { emptyMetering, maker, oneMeter } from './meter-state.ts'

const today = '2026-11-16'

describe('a usage point of which little is told', () => {
  test('is a home with a checked number, a communicating meter and a curve', () => {
    const { point, customer, state } = oneMeter()

    expect(hasCheckDigits(point.id)).toBe(true)
    expect(point).toMatchObject({ state: 'SERVC', servicesLevel: '2', supply: { domain: 'BTINF', phases: 1 } })
    expect(point.flows).toMatchObject({ consumption: { curve: [{ step: 30, until: null }] }, production: null })
    expect(holderOn(point, today)).toBe(customer.id)
    expect(state.index.usagePointsOf[customer.id]).toEqual({ [point.id]: true })
  })

  test('has one contract on the usual terms of its segment, with off-peak hours that Enedis could set', () => {
    const { point } = oneMeter()
    const [contract, ...others] = contractsOn(point, today)
    const terms = contract && termsOn(contract, today)

    expect(others).toEqual([])
    expect(contract).toMatchObject({ segment: 'C5', type: 'GRD-F' })
    expect(terms).toMatchObject({ distributionTariff: 'BTINFMU4', subscribedPowerKva: 9, supplierCalendar: 'HPHC' })
    expect(faultsOfOffPeak(terms?.offPeak ?? [])).toEqual([])
  })

  test('has two contracts where it produces as well', () => {
    const { point } = oneMeter({ production: {}, producesSince: '2025-06-01' })
    const segments = (day: string) => contractsOn(point, day).map(({ segment, type }) => `${segment} ${type}`)

    expect(segments('2025-05-31')).toEqual(['C5 GRD-F'])
    expect(segments('2025-06-01')).toEqual(['C5 GRD-F', 'P4 GRD-A'])
    expect(contractOn(point, 'production', today)?.terms[0]?.subscribedPowerKva).toBeNull()
    expect([activatedOn(point, 'consumption', today), activatedOn(point, 'production', today)]).toEqual([
      '2013-08-14',
      '2025-06-01',
    ])
  })

  test('is the same again for the same seed, and another for another', () => {
    expect(oneMeter()).toEqual(oneMeter())
    expect(oneMeter({}, { seed: 'other' }).point.meters).not.toEqual(oneMeter().point.meters)
  })

  test('is commissioned long before any history, or when somebody has moved in', () => {
    const commissioned = (told: PointTold) => {
      const state = emptyMetering()
      const customer = openCustomer(state, { name: 'alice', told: {} }, maker())
      return openUsagePoint(state, { name: 'home', customer, told }, maker()).commissionedOn
    }

    expect(commissioned({}) < '2021-01-01').toBe(true)
    expect(commissioned({ movedIn: '2015-03-01' })).toBe('2015-03-01')
  })

  test('has no curve where its meter is not open to services', () => {
    expect(oneMeter({ servicesLevel: '1' }).point.flows.consumption?.curve).toEqual([])
  })

  test('takes no number that somebody was given', () => {
    const taken = oneMeter({ id: '25000000000145' as UsagePointId })
    const place = { name: 'other', customer: taken.customer, told: {} }

    const first = openUsagePoint(taken.state, place, taken.house)
    const second = openUsagePoint(taken.state, place, taken.house)

    expect(new Set([taken.point.id, first.id, second.id]).size).toBe(3)
    expect(() => openUsagePoint(taken.state, { ...place, told: { id: first.id } }, taken.house)).toThrow('already')
  })
})

describe('a usage point cannot be', () => {
  test.each<[string, PointTold, string]>([
    ['a home with the power of a business', { powerKva: 42 }, 'cannot subscribe to 42 kVA'],
    ['a business with the power of a home', { segment: 'C4', powerKva: 36 }, 'cannot subscribe to 36 kVA'],
    ['of a tariff of another voltage', { tariff: 'HTACU5' }, 'not of BTINF'],
    ['overseas', { address: { postalCode: '97400' } }, 'overseas'],
    ['off-peak when energy is dear', { offPeak: 'HC (8H00-16H00)' }, 'always peak'],
    ['off-peak in other words', { offPeak: 'nights' }, 'write HC'],
  ])('%s', (_, told, says) => {
    expect(() => oneMeter(told)).toThrow(says)
  })
})
