import { describe, expect, test } from 'vitest'
import { meterNamed } from '../../../../mocks/portfolio-manager/domain/names.ts'
import type { State } from '../../../../mocks/portfolio-manager/model/index.ts'
import { portfolioManager, thrownBy } from '../../../support/portfolio-manager.ts'

const twoTowers = {
  accounts: { olive: {} },
  properties: {
    tower: { owner: 'olive', meters: { power: 'Electric', gas: 'Natural Gas' } },
    annex: { owner: 'olive', meters: { power: 'Electric' } },
  },
} as const

describe('names of a story', () => {
  test('stand for ids, and ids for themselves', () => {
    const pm = portfolioManager(twoTowers)

    expect(pm.account('you')).toBe(pm.you)
    expect(pm.account(pm.account('olive'))).toBe(pm.account('olive'))
    expect(pm.property(pm.property('tower'))).toBe(pm.property('tower'))
    expect(pm.meter(pm.meter('gas'))).toBe(pm.meter('gas'))
  })

  test('of meters count within their property', () => {
    const pm = portfolioManager(twoTowers)
    const on = (name: string, property: string) =>
      pm.read((state) => meterNamed(state as State, name, pm.property(property)))

    expect(on('power', 'annex')).toBe(pm.meter('annex.power'))
    expect(on('power', 'tower')).toBe(pm.meter('tower.power'))
    expect(pm.meter('tower.power')).not.toBe(pm.meter('annex.power'))
    expect(thrownBy(() => on('gas', 'annex')).message).toBe('Unknown meter "gas". Known: power.')
    expect(thrownBy(() => on(pm.meter('gas'), 'annex')).constructor.name).toBe('UnknownName')
  })

  test.each([
    [() => portfolioManager(twoTowers).account('olvie'), 'Unknown account "olvie". Did you mean "olive"?'],
    [() => portfolioManager(twoTowers).property('towr'), 'Unknown property "towr". Did you mean "tower"?'],
    [() => portfolioManager(twoTowers).meter('powr'), 'Unknown meter "powr". Did you mean "power"?'],
    [() => portfolioManager(twoTowers).meter('power'), 'Unknown meter "power". Known: tower.power, annex.power.'],
    [
      () => portfolioManager({}).act('requestConnection', { as: 'constructor' }),
      'Unknown account "constructor". Known: you, olive.',
    ],
  ])('misspelt or unclear ones say what is right', (look, says) => {
    expect(thrownBy(look).message).toBe(says)
  })
})
