import { describe, expect, test } from 'vitest'
import { acceptMeterShare } from '../../../../mocks/portfolio-manager/domain/meter-share.ts'
import { createMeter } from '../../../../mocks/portfolio-manager/domain/meter.ts'
import { meterDetails } from '../../../../mocks/portfolio-manager/domain/made-up.ts'
import { connectedTown, portfolioManager, thrownBy, type Pm } from '../../../support/portfolio-manager.ts'

const shareOf = (pm: Pm, name: string) => pm.read((state) => state.meterShares[`${pm.you}/${pm.meter(name)}`])
const electricOnly = { ...connectedTown, you: { supportedMeterTypes: ['Electric' as const] } }

describe('the offer of a meter', () => {
  test('of a type the provider does not take is held back with an alert; the rest goes out (M1)', () => {
    const pm = portfolioManager(electricOnly)

    const { shared, alerts } = pm.act('shareProperty', {
      as: 'olive',
      property: 'tower',
      access: 'Read Write',
      meters: { power: 'Read', gas: 'Read' },
    })

    expect(shared).toEqual({ tower: { access: 'Read Write', meters: { power: 'Read' } } })
    expect(alerts).toEqual(['Acme Energy does not accept meters of type Natural Gas. Gas was not shared.'])
    expect(pm.pending().meters).toEqual([pm.meter('power')])
  })

  test('goes out for every type where the provider has never named any', () => {
    const pm = portfolioManager(connectedTown)

    pm.act('shareMeters', { as: 'olive', property: 'tower', meters: { gas: 'Read' } })

    expect(pm.pending().meters).toEqual([pm.meter('gas')])
  })

  test('asks nothing at None', () => {
    const pm = portfolioManager(connectedTown)

    pm.act('shareMeters', { as: 'olive', property: 'tower', meters: { power: 'None' } })

    expect(pm.pending()).toEqual({ accounts: [], properties: [], meters: [] })
  })

  test('goes with the level of each', () => {
    const pm = portfolioManager(connectedTown)

    pm.act('shareMeters', { as: 'olive', property: 'tower', meters: { power: 'Read', light: 'Read Write' } })

    expect([shareOf(pm, 'power')?.level, shareOf(pm, 'light')?.level]).toEqual(['Read', 'Read Write'])
  })

  test('may be taken back, and the property with its meters', () => {
    const pm = portfolioManager(connectedTown)
    pm.act('shareMeters', { as: 'olive', property: 'tower', meters: { power: 'Read', light: 'Read' } })

    pm.act('cancelRequest', { as: 'olive', meter: 'power' })
    expect(pm.pending()).toMatchObject({ properties: [pm.property('tower')], meters: [pm.meter('light')] })
    pm.act('cancelRequest', { as: 'olive', property: 'tower' })

    expect(pm.pending()).toEqual({ accounts: [], properties: [], meters: [] })
    expect(pm.notifications()).toEqual([])
  })

  test('cannot be taken back once accepted: the story ends', () => {
    const pm = portfolioManager(connectedTown)
    pm.act('shareMeters', { as: 'olive', property: 'tower', meters: { power: 'Read' } })
    pm.answerMeter('power', 'Accept')

    const thrown = thrownBy(() => pm.act('cancelRequest', { as: 'olive', meter: 'power' }))

    expect(thrown.constructor.name).toBe('Impossible')
  })
})

describe('a meter that is answered', () => {
  test('is rejected alone (M3)', () => {
    const pm = portfolioManager(connectedTown)
    pm.act('shareMeters', { as: 'olive', property: 'tower', meters: { power: 'Read', light: 'Read' } })

    pm.answerMeter('power', 'Reject', 'Wrong meter.')

    expect(pm.pending()).toEqual({ accounts: [], properties: [pm.property('tower')], meters: [pm.meter('light')] })
    expect(pm.inbox('olive')).toEqual(['Acme Energy rejected the share of Power. [Wrong meter.]'])
  })

  test('cannot be answered twice (C14)', () => {
    const pm = portfolioManager(connectedTown)
    pm.act('shareMeters', { as: 'olive', property: 'tower', meters: { power: 'Read' } })
    pm.answerMeter('power', 'Accept')

    for (const action of ['Accept', 'Reject'] as const)
      expect(thrownBy(() => pm.answerMeter('power', action)).refusal).toBe('noPendingMeterShare')
  })

  test('is held at once where the provider created it (M8)', () => {
    const { tower } = connectedTown.properties
    const pm = portfolioManager({
      ...connectedTown,
      properties: { tower: { ...tower, sharedWithYou: { access: 'Read Write' } } },
    })

    const meter = pm.change((state, house) => {
      const details = meterDetails('roof', { type: 'Electric on Site Solar' }, house)
      return createMeter(state, { caller: pm.you, property: pm.property('tower'), details }, house)
    })

    expect(pm.pending().meters).toEqual([])
    expect(pm.read((state) => state.meterShares[`${pm.you}/${meter}`])).toMatchObject({
      status: 'active',
      level: 'Read Write',
    })
  })

  test('costs the same in a world of 100 meters and in one of 20,000', () => {
    const cost = (count: number) => {
      const meters = Object.fromEntries(Array.from({ length: count }, (_, at) => [`m${at}`, 'Electric' as const]))
      const pm = portfolioManager(
        { accounts: { olive: { connected: true } }, properties: { tower: { owner: 'olive', meters } } },
        { guardReads: false },
      )
      pm.act('shareMeters', {
        as: 'olive',
        property: 'tower',
        meters: Object.fromEntries(Object.keys(meters).map((name) => [name, 'Read'])),
      })
      const meter = pm.meter('m7')
      return pm.store.change((state) => acceptMeterShare(state, { provider: pm.you, meter }, pm.house)).touched
    }

    const [small, big] = [cost(100), cost(20_000)]

    expect(big).toBe(small)
    expect(big).toBeLessThan(250)
  })
})
