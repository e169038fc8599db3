import { describe, expect, test } from 'vitest'
import {
  addAssociation,
  readAssociations,
  removeAssociation,
  replaceAssociations,
} from '../../../../mocks/portfolio-manager/domain/association.ts'
import { createMeter } from '../../../../mocks/portfolio-manager/domain/meter.ts'
import type { MeterId } from '../../../../mocks/portfolio-manager/model/index.ts'
import type { NewAssociations } from '../../../../mocks/portfolio-manager/views.ts'
import { portfolioManager, statusOf, thrownBy, type Pm } from '../../../support/portfolio-manager.ts'

const meters = {
  power: { type: 'Electric' },
  gas: { type: 'Natural Gas', associated: false },
  tap: { type: 'Municipally Supplied Potable Water - Indoor' },
  bins: { type: 'Disposed - Trash' },
} as const
type Level = 'Read' | 'Read Write'
const town = (access: Level = 'Read Write', levels: Record<string, Level> | Level = access) =>
  portfolioManager({
    accounts: { olive: { connected: true } },
    properties: {
      tower: { owner: 'olive', meters, sharedWithYou: { access, meters: levels } },
      annex: { owner: 'olive', meters: { solar: { type: 'Electric on Site Solar' } }, sharedWithYou: 'Read Write' },
    },
  })
const here = (pm: Pm, meter = 'power') => ({ caller: pm.you, property: pm.property('tower'), meter: pm.meter(meter) })
const associated = (pm: Pm) =>
  pm.read((state, house) => {
    const { energy, water, waste } = readAssociations(state, here(pm), house)
    return { energy: energy.meters, water: water.meters, waste: waste.meters }
  })
const add = (pm: Pm, meter: string) => () => pm.change((state, house) => addAssociation(state, here(pm, meter), house))
const remove = (pm: Pm, meter: string) => () =>
  pm.change((state, house) => removeAssociation(state, here(pm, meter), house))
const replace = (pm: Pm, lists: NewAssociations) => () =>
  pm.change((state, house) => replaceAssociations(state, { ...here(pm), lists }, house))

describe('the meters that count', () => {
  test('are those of the story, but for the ones it leaves out', () => {
    const pm = town()

    expect(associated(pm)).toEqual({ energy: [pm.meter('power')], water: [pm.meter('tap')], waste: [pm.meter('bins')] })
  })

  test('do not include a meter made by web service until somebody says so', () => {
    const pm = town()
    const details = {
      kind: 'meter',
      type: 'Electric',
      name: 'New',
      metered: true,
      unitOfMeasure: 'kWh (thousand Watt-hours)',
      firstBillDate: '2026-01-01',
      inUse: true,
    } as const
    const made = pm.change((state, house) => createMeter(state, { ...here(pm), details }, house))

    expect(associated(pm).energy).not.toContain(made)
    pm.change((state, house) => addAssociation(state, { ...here(pm), meter: made }, house))

    expect(associated(pm).energy).toEqual([pm.meter('power'), made])
  })

  test('are added and taken out one by one, by a client or by a person', () => {
    const pm = town()

    add(pm, 'gas')()
    add(pm, 'gas')()
    remove(pm, 'power')()
    expect(associated(pm).energy).toEqual([pm.meter('gas')])
    pm.act('dissociateMeter', { as: 'olive', meter: 'gas' })
    pm.act('associateMeter', { as: 'olive', meter: 'power' })

    expect(associated(pm).energy).toEqual([pm.meter('power')])
    expect(thrownBy(remove(pm, 'gas'))).toMatchObject({ refusal: 'notAssociated', status: 400 })
  })

  test('are replaced kind by kind: what is not named stays', () => {
    const pm = town()

    replace(pm, { energy: { meters: [pm.meter('gas')], representation: { type: 'Whole Property' } } })()
    replace(pm, { waste: { meters: [] } })()

    expect(associated(pm)).toEqual({ energy: [pm.meter('gas')], water: [pm.meter('tap')], waste: [] })
    const { energy, water } = pm.read((state, house) => readAssociations(state, here(pm), house))
    expect([energy.representation.type, water.representation.type]).toEqual(['Whole Property', 'No Selection Made'])
  })

  test('belong to the property and to the kind under which they are named', () => {
    const pm = town()
    const naming = (meter: MeterId) => replace(pm, { energy: { meters: [meter] } })

    expect(thrownBy(naming(pm.meter('solar'))).refusal).toBe('meterOfAnotherProperty')
    expect(thrownBy(naming(pm.meter('tap'))).refusal).toBe('otherCategoryOfMeter')
    expect(thrownBy(naming('999' as MeterId))).toMatchObject({ status: 404 })
    expect(associated(pm).energy).toEqual([pm.meter('power')])
  })

  test('of tenants and common areas together are told apart by their uses', () => {
    const pm = town()
    const type = 'Combination of Tenant and Common Area Consumption'
    const naming = (energyUses?: ['Tenant Heating']) =>
      replace(pm, { energy: { meters: [], representation: { type, ...(energyUses && { energyUses }) } } })

    expect(thrownBy(naming()).refusal).toBe('energyUsesMissing')
    expect(statusOf(naming(['Tenant Heating']))).toBe(200)
  })

  test.each([
    ['Read Write', 'Read', 200],
    ['Read', 'Read Write', 200],
    ['Read', 'Read', 403],
  ] as const)('may be changed with %s on the property and %s on the meter: %i', (access, level, status) => {
    const pm = town(access, level)

    expect(statusOf(add(pm, 'gas'))).toBe(status)
    expect(statusOf(replace(pm, { energy: { meters: [] } }))).toBe(status)
  })

  test('are none of those a client may not even read', () => {
    const pm = town('Read Write', { power: 'Read' })

    expect(statusOf(add(pm, 'gas'))).toBe(403)
    expect(statusOf(replace(pm, { water: { meters: [] } }))).toBe(403)
  })

  test('are one fewer when a meter is deleted', () => {
    const pm = town()

    pm.act('deleteMeter', { as: 'olive', meter: 'power' })

    expect(associated(pm).energy).toEqual([])
  })
})
