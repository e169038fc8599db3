import { describe, expect, test } from 'vitest'
import { connectedTown, portfolioManager, thrownBy, town, type Pm } from '../../../support/portfolio-manager.ts'

const shareOf = (pm: Pm, name = 'tower') => pm.read((state) => state.propertyShares[`${pm.you}/${pm.property(name)}`])
const offered = { as: 'olive', property: 'tower', access: 'Read', meters: { power: 'Read', light: 'Read' } }

describe('the offer of a property', () => {
  test.each(['Read', 'Read Write'])('waits at the level that was chosen: %s (P1)', (access) => {
    const pm = portfolioManager(connectedTown)

    const done = pm.act('shareProperty', { as: 'olive', property: 'tower', access })

    expect(shareOf(pm)).toMatchObject({ status: 'pending', level: access, sharer: pm.account('olive') })
    expect(done).toEqual({ shared: { tower: { access, meters: {} } }, alerts: [] })
  })

  test('needs a connection (P1)', () => {
    const pm = portfolioManager()

    expect(thrownBy(() => pm.act('shareProperty', { as: 'olive', property: 'tower' })).alert).toBe(
      'notConnectedToProvider',
    )
  })

  test.each([
    ['has not accepted', (pm: Pm) => pm.act('requestConnection', { as: 'olive' })],
    [
      'rejected',
      (pm: Pm) => {
        pm.act('requestConnection', { as: 'olive' })
        pm.answerConnection('olive', 'Reject')
      },
    ],
    [
      'has disconnected',
      (pm: Pm) => {
        pm.act('requestConnection', { as: 'olive' })
        pm.answerConnection('olive', 'Accept')
        pm.disconnect('olive')
      },
    ],
  ])('is impossible where the client %s', (because, before) => {
    const pm = portfolioManager()
    before(pm)

    const thrown = thrownBy(() => pm.act('shareProperty', { as: 'olive', property: 'tower' }))

    expect(thrown.constructor.name).toBe('Impossible')
    expect(thrown.message).toContain(`the client ${because}`)
  })

  test('carries what was filled in, each field where it is asked', () => {
    const field = (name: string, whenToPrompt: 'Property' | 'Meter') => ({ name, whenToPrompt, required: true })
    const you = { customFields: [field('Building code', 'Property'), field('Account number', 'Meter')] }
    const pm = portfolioManager({ ...connectedTown, you })
    const customFields = { 'Building code': 'B1', 'Account number': '42' }

    expect(
      thrownBy(() => pm.act('shareProperty', { ...offered, customFields: { 'Account number': '42' } })).alert,
    ).toBe('fieldRequired')
    expect(shareOf(pm)).toBeUndefined()
    const light = { access: 'Read', customFields: { 'Account number': '43' } }
    pm.act('shareProperty', { ...offered, customFields, meters: { power: 'Read', light } })

    expect(shareOf(pm)?.values).toEqual({ 'Building code': 'B1' })
    const values = pm.read((state) => Object.values(state.meterShares).map((share) => share.values))
    expect(values).toEqual([{ 'Account number': '42' }, { 'Account number': '43' }])
  })

  test('can go out for several properties in one act', () => {
    const pm = portfolioManager(connectedTown)

    const done = pm.act('shareProperties', {
      as: 'olive',
      properties: { tower: 'Read', annex: { meters: { solar: 'Read Write' } } },
    })

    expect(done).toEqual({
      shared: {
        tower: { access: 'Read', meters: {} },
        annex: { access: 'Read', meters: { solar: 'Read Write' } },
      },
      alerts: [],
    })
    expect(pm.pending().properties).toEqual([pm.property('tower'), pm.property('annex')])
  })

  test('goes out whole or not at all', () => {
    const pm = portfolioManager({
      ...connectedTown,
      you: { customFields: [{ name: 'Code', required: true, whenToPrompt: 'Meter' }] },
    })

    thrownBy(() => pm.act('shareProperty', offered))

    expect(pm.pending()).toEqual({ accounts: [], properties: [], meters: [] })
  })

  test('changes nothing but the level of one already shared (P13)', () => {
    const pm = portfolioManager(connectedTown)
    pm.act('shareProperty', offered)

    pm.act('shareProperty', { ...offered, access: 'Read Write' })
    expect(pm.pending().properties).toHaveLength(1)
    expect([shareOf(pm)?.level, pm.notifications()]).toEqual(['Read Write', []])

    pm.answerProperty('tower', 'Accept')
    pm.act('shareProperty', { as: 'olive', property: 'tower', access: 'Read' })
    expect(shareOf(pm)).toMatchObject({ status: 'active', level: 'Read' })
    expect(pm.notifications()).toMatchObject([{ type: 'SHAREUPDATE' }])
  })

  test('is not changed by someone who may not edit it', () => {
    const mason = { to: 'mason', level: 'Custom' as const }
    const tower = { ...town.properties.tower, sharedForwardTo: mason, sharedWithYou: 'Read' as const }
    const pm = portfolioManager({ ...connectedTown, properties: { tower } })

    const thrown = thrownBy(() => pm.act('shareForward', { as: 'mason', property: 'tower', access: 'Read Write' }))

    expect(thrown.alert).toBe('mayNotEdit')
  })
})

describe('a property that is answered', () => {
  test('is accepted without its meters (P3)', () => {
    const pm = portfolioManager(connectedTown)
    pm.act('shareProperty', offered)

    pm.answerProperty('tower', 'Accept', 'Thank you.')

    expect([shareOf(pm)?.status, pm.pending().meters]).toEqual(['active', [pm.meter('power'), pm.meter('light')]])
    expect(pm.inbox('olive')).toEqual(['Acme Energy accepted the share of Olive Tower. [Thank you.]'])
  })

  test('is accepted with a meter (P4)', () => {
    const pm = portfolioManager(connectedTown)
    pm.act('shareProperty', offered)

    pm.answerMeter('power', 'Accept')

    expect(shareOf(pm)?.status).toBe('active')
  })

  test('is rejected without its meters, which can bring it back as Read (P5)', () => {
    const pm = portfolioManager(connectedTown)
    pm.act('shareProperty', { ...offered, access: 'Read Write' })

    pm.answerProperty('tower', 'Reject')
    expect([pm.sees.property('tower'), pm.pending().meters]).toEqual([403, [pm.meter('power'), pm.meter('light')]])

    pm.answerMeter('power', 'Accept')
    expect(shareOf(pm)).toMatchObject({ status: 'active', level: 'Read' })
  })

  test('cannot be answered twice (C14)', () => {
    const pm = portfolioManager(connectedTown)
    pm.act('shareProperty', offered)
    pm.answerProperty('tower', 'Accept')

    for (const action of ['Accept', 'Reject'] as const)
      expect(thrownBy(() => pm.answerProperty('tower', action)).refusal).toBe('noPendingPropertyShare')
  })

  test('is answered by a colleague on the page, unless the client was first', () => {
    const pm = portfolioManager(connectedTown)
    pm.act('shareProperty', offered)

    pm.act('answerShare', { as: 'you', meter: 'power', answer: 'Accept' })
    expect([pm.sees.property('tower'), pm.sees.meter('power')]).toEqual([200, 200])
    pm.act('answerShare', { meter: 'light', answer: 'Reject' })
    expect(pm.pending().meters).toEqual([])

    const thrown = thrownBy(() => pm.act('answerShare', { property: 'tower', answer: 'Accept' }))
    expect(thrown.message).toBe('There is no pending share of tower: the client may have answered it.')
  })

  test('may be offered again after it was rejected', () => {
    const pm = portfolioManager(connectedTown)
    pm.act('shareProperty', { as: 'olive', property: 'tower' })
    pm.answerProperty('tower', 'Reject')

    pm.act('shareProperty', { as: 'olive', property: 'tower', access: 'Read Write' })

    expect(shareOf(pm)).toMatchObject({ status: 'pending', level: 'Read Write' })
  })
})
