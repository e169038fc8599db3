import { describe, expect, test } from 'vitest'
import { connectedTown, portfolioManager, thrownBy, town } from '../../../support/portfolio-manager.ts'

const alone = { ...connectedTown, properties: { tower: { ...town.properties.tower, sharedForwardTo: [] } } }
const forward = { as: 'mason', property: 'tower', access: 'Read' }

describe('a fellow customer who is let in', () => {
  test('shares forward only with the right to', () => {
    const pm = portfolioManager(alone)

    pm.act('grantAccess', { as: 'olive', to: 'mason', property: 'tower' })
    expect(thrownBy(() => pm.act('shareForward', forward)).alert).toBe('mayNotShareForward')
    pm.act('grantAccess', { as: 'olive', to: 'mason', property: 'tower', mayShareForward: true })
    pm.act('shareForward', forward)

    expect(pm.pending().properties).toEqual([pm.property('tower')])
  })

  test('may let in others with that right, at no more than the own level', () => {
    const pm = portfolioManager(alone)
    const pass = (level: string) => pm.act('grantAccess', { as: 'mason', to: 'fran', property: 'tower', level })
    pm.act('grantAccess', { as: 'olive', to: 'mason', property: 'tower', level: 'Read Only' })
    expect(thrownBy(() => pass('Read Only')).alert).toBe('mayNotShareForward')

    pm.act('grantAccess', { as: 'olive', to: 'mason', property: 'tower', level: 'Read Only', mayShareForward: true })
    expect(thrownBy(() => pass('Full Access')).alert).toBe('beyondYourAccess')
    pass('Read Only')

    expect(pm.read((state) => state.customerShares[`${pm.account('fran')}/${pm.property('tower')}`])).toMatchObject({
      level: 'Read Only',
      grantedBy: pm.account('mason'),
    })
  })

  test('must be a contact, and not the owner', () => {
    const pm = portfolioManager({
      ...alone,
      accounts: { ...alone.accounts, olive: { connected: true, contacts: ['mason'] } },
    })

    expect(thrownBy(() => pm.act('grantAccess', { as: 'olive', to: 'fran', property: 'tower' })).alert).toBe(
      'notYourContact',
    )
    expect(thrownBy(() => pm.act('grantAccess', { as: 'mason', to: 'olive', property: 'tower' })).alert).toBe(
      'mayNotEdit',
    )
    expect(thrownBy(() => pm.act('grantAccess', { as: 'olive', to: 'you', property: 'tower' })).message).toMatch(
      /"you" are the integrator/,
    )
  })

  test('loses it when the property becomes the own', () => {
    const pm = portfolioManager({ ...connectedTown })
    pm.act('proposeTransfer', { as: 'olive', property: 'tower', to: 'fran' })

    pm.act('acceptTransfer', { as: 'fran', property: 'tower' })

    expect(pm.read((state) => Object.keys(state.index.givenTo[pm.property('tower')] ?? {}))).toEqual([
      pm.account('mason'),
    ])
  })
})
