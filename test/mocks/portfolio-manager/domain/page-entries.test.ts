import { describe, expect, test } from 'vitest'
import { listEntries } from '../../../../mocks/portfolio-manager/domain/consumption.ts'
import { portfolioManager, thrownBy, type Pm } from '../../../support/portfolio-manager.ts'

const town = () =>
  portfolioManager({
    accounts: { olive: { connected: true }, fran: {} },
    properties: {
      tower: {
        owner: 'olive',
        meters: {
          power: { type: 'Electric' },
          oil: { type: 'Fuel Oil No 2', metered: false },
          bins: { type: 'Recycled - Glass' },
        },
        sharedWithYou: 'Read',
        sharedForwardTo: { to: 'fran', level: 'Read Only' },
      },
    },
  })
const items = (pm: Pm, meter: string, more: object = {}) =>
  pm.read((state, house) => listEntries(state, { caller: pm.you, meter: pm.meter(meter), ...more }, house)).entries
    .items
const january = { as: 'olive', meter: 'power', startDate: '2026-01-01', endDate: '2026-01-31', usage: 100, cost: 12.5 }

describe('on the page a person', () => {
  test('enters bills, deliveries and waste, each where it belongs', () => {
    const pm = town()

    pm.act('enterBill', january)
    pm.act('enterDelivery', { as: 'olive', meter: 'oil', deliveryDate: '2026-01-10', quantity: 500 })
    pm.act('enterWaste', { as: 'olive', meter: 'bins', startDate: '2026-01-01', endDate: '2026-01-31', quantity: 2 })

    expect(items(pm, 'power')).toMatchObject([
      { usage: '100', cost: '12.5', estimatedValue: false, audit: { createdByAccountId: pm.account('olive') } },
    ])
    expect(items(pm, 'oil')).toMatchObject([{ deliveryDate: '2026-01-10', quantity: '500' }])
    expect(items(pm, 'bins', { service: 'wasteData' })).toMatchObject([{ quantity: '2' }])
  })

  test('sets up a waste meter and enters how often its container was emptied', () => {
    const pm = town()
    const skip = { type: 'Disposed - Trash', unit: 'Cubic yards', dataEntryMethod: 'regular container' }
    pm.act('addMeter', { as: 'olive', property: 'tower', name: 'skip', ...skip })

    const emptied = { startDate: '2026-01-01', endDate: '2026-01-31', timesEmptied: 4, averagePercentFull: 75 }
    pm.act('enterWaste', { as: 'olive', meter: 'skip', ...emptied })

    const id = pm.meter('skip')
    expect(pm.read((state) => state.meters[id]?.details)).toMatchObject({ kind: 'wasteMeter', containerSize: '4' })
    expect(Object.values(pm.read((state) => state.wasteData))).toMatchObject([
      { meter: id, timesEmptied: '4', averagePercentFull: 75 },
    ])
  })

  test('corrects one number of a bill and leaves the rest', () => {
    const pm = town()
    pm.act('enterBill', january)

    pm.act('correctBill', { as: 'olive', meter: 'power', startDate: '2026-01-01', usage: 90, estimated: true })

    expect(items(pm, 'power')).toMatchObject([{ usage: '90', cost: '12.5', estimatedValue: true }])
  })

  test('deletes an entry by its first day', () => {
    const pm = town()
    pm.act('enterBill', january)

    pm.act('deleteEntry', { as: 'olive', meter: 'power', startDate: '2026-01-01' })

    expect(items(pm, 'power')).toEqual([])
  })

  test('cannot correct what nobody has written: the story ends there', () => {
    const pm = town()

    const thrown = thrownBy(() => pm.act('correctBill', { as: 'olive', meter: 'power', startDate: '2026-01-01' }))

    expect(thrown.message).toMatch(/no entry that begins on 2026-01-01/)
    expect(thrown.constructor.name).toBe('Impossible')
  })

  test('is told when the entry does not suit the meter, ends before it starts, or is none of theirs', () => {
    const pm = town()

    expect(thrownBy(() => pm.act('enterBill', { ...january, meter: 'oil' })).refusal).toBe('wrongKindOfEntry')
    expect(thrownBy(() => pm.act('enterBill', { ...january, endDate: '2025-12-31' })).refusal).toBe('endBeforeStart')
    expect(thrownBy(() => pm.act('enterBill', { ...january, as: 'fran' })).alert).toBe('notYours')
  })
})
