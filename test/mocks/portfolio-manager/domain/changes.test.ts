import { describe, expect, test } from 'vitest'
import { changedSince } from '../../../../mocks/portfolio-manager/domain/changes.ts'
import { editProperty, readProperty } from '../../../../mocks/portfolio-manager/domain/property.ts'
import type { PmHouse } from '../../../../mocks/portfolio-manager/dialect.ts'
import type { PropertyDetails, PropertyId, State } from '../../../../mocks/portfolio-manager/model/index.ts'
import { portfolioManager } from '../../../support/portfolio-manager.ts'

/** Olive's town of many buildings, all of which the provider may edit. */
function townOf(count: number) {
  const names = Array.from({ length: count }, (_, at) => `house${at}`)
  const properties = Object.fromEntries(
    names.map((name) => [name, { owner: 'olive', sharedWithYou: 'Read Write' }] as const),
  )
  return portfolioManager({ accounts: { olive: { connected: true } }, properties }, { guardReads: false })
}

const rename = (state: State, { caller, property }: { caller: State['you']; property: PropertyId }, house: PmHouse) => {
  const { details } = readProperty(state, { caller, property }, house).property
  editProperty(state, { caller, property, details: { ...(details as PropertyDetails), name: 'New' } }, house)
}

describe('the book of changes', () => {
  test('moves a thing to the day of its latest change, and holds it once', () => {
    const pm = townOf(3)
    const since = (day: string) =>
      pm.read((state) => changedSince(state, { kind: 'property', owner: pm.account('olive'), since: day }))
    const [first, second, third] = [pm.property('house0'), pm.property('house1'), pm.property('house2')]

    pm.pass('P1D')
    pm.change((state, house) => rename(state, { caller: pm.you, property: second }, house))
    pm.pass('P1D')
    pm.change((state, house) => rename(state, { caller: pm.you, property: second }, house))

    expect(since('2026-03-02')).toEqual([first, second, third])
    expect(since('2026-03-03')).toEqual([second])
    expect(since('2026-03-04')).toEqual([second])
    expect(since('2026-03-05')).toEqual([])
  })

  test('costs a change what it touches, not what the world holds', () => {
    const patchesIn = (count: number) => {
      const pm = townOf(count)
      pm.pass('P1D')
      const { patches } = pm.store.change((state) =>
        rename(state, { caller: pm.you, property: pm.property('house1') }, pm.house),
      )
      return patches.length
    }

    expect(patchesIn(300)).toBe(patchesIn(3))
  })

  test('counts days as the provider’s clocks do', () => {
    const pm = townOf(1)
    pm.pass('PT14H')
    pm.change((state, house) => rename(state, { caller: pm.you, property: pm.property('house0') }, house))

    const days = pm.read((state) => Object.values(state.index.changes.dayOf.property))

    expect(pm.house.now).toBe('2026-03-03T04:00:00.000Z')
    expect(days).toEqual(['2026-03-02'])
  })
})
