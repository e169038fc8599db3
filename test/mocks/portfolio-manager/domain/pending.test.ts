import { describe, expect, test } from 'vitest'
import {
  pendingAccounts,
  pendingMeters,
  pendingProperties,
} from '../../../../mocks/portfolio-manager/domain/pending.ts'
import { portfolioManager, town } from '../../../support/portfolio-manager.ts'

const many = Array.from({ length: 45 }, (_, at) => `c${at}`)

describe('pending lists', () => {
  test('come in pages of 20, in the order of ids, and shrink as they are answered', () => {
    const pm = portfolioManager({
      accounts: Object.fromEntries(many.map((name) => [name, { connected: 'pending' as const }])),
    })
    const page = (page?: number) =>
      pm.read((state) => {
        const { items, ...rest } = pendingAccounts(state, { provider: pm.you, ...(page !== undefined && { page }) })
        return { ids: items.map(({ account }) => account.id), ...rest }
      })
    const ids = many.map((name) => pm.account(name))

    expect(page()).toEqual({ ids: ids.slice(0, 20), page: 1, next: 2 })
    expect(page(2)).toEqual({ ids: ids.slice(20, 40), page: 2, next: 3, previous: 1 })
    expect(page(3)).toEqual({ ids: ids.slice(40), page: 3, previous: 2 })
    expect([page(0).page, page(9)]).toEqual([1, { ids: [], page: 9, previous: 8 }])
    for (const name of many.slice(0, 25)) pm.answerConnection(name, 'Reject')
    expect(page()).toEqual({ ids: ids.slice(25), page: 1 })
  })

  test('show an item with its owner, its share and its place', () => {
    const pm = portfolioManager()
    pm.act('shareForward', { as: 'mason', property: 'tower', access: 'Read Write', meters: { power: 'Read' } })

    const property = pm.read((state, house) => pendingProperties(state, { provider: pm.you }, house)).items[0]
    const meter = pm.read((state, house) => pendingMeters(state, { provider: pm.you }, house)).items[0]

    expect(property).toMatchObject({
      property: { id: pm.property('tower') },
      owner: { id: pm.account('olive') },
      share: { level: 'Read Write', sharer: pm.account('mason') },
    })
    expect(meter).toMatchObject({
      meter: { id: pm.meter('power') },
      property: { id: pm.property('tower') },
      owner: { id: pm.account('olive') },
      share: { level: 'Read' },
    })
  })

  test('under pendingOfUnconnected=hidden show shares once their owner is connected (X21)', () => {
    const pm = portfolioManager(town, { dialect: { pendingOfUnconnected: 'hidden' } })
    pm.act('shareForward', { as: 'mason', property: 'tower', access: 'Read', meters: { power: 'Read' } })
    expect(pm.pending()).toEqual({ accounts: [pm.account('olive')], properties: [], meters: [] })

    pm.answerConnection('olive', 'Accept')

    expect(pm.pending()).toEqual({ accounts: [], properties: [pm.property('tower')], meters: [pm.meter('power')] })
  })
})
