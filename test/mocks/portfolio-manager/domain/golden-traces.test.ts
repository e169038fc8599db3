import { describe, expect, test } from 'vitest'
import { postEntries } from '../../../../mocks/portfolio-manager/domain/consumption.ts'
import { editProperty } from '../../../../mocks/portfolio-manager/domain/property.ts'
import {
  connectedTown,
  portfolioManager,
  statusOf,
  thrownBy,
  town,
  type Pm,
} from '../../../support/portfolio-manager.ts'

/** The traces that the contract calls golden, each as the rules play it: an act, then what the provider must observe. */

const nothing = { accounts: [], properties: [], meters: [] }
const guest = { ...town, accounts: { ...town.accounts, olive: { organization: 'Olive Tower LLC' } } }
const bothMeters = { as: 'olive', property: 'tower', access: 'Read', meters: { power: 'Read', light: 'Read' } }
const forward = { as: 'mason', property: 'tower', access: 'Read', meters: { power: 'Read' } }
const held = {
  ...connectedTown,
  properties: { ...town.properties, tower: { ...town.properties.tower, sharedWithYou: 'Read Write' as const } },
}

const writesTo = (pm: Pm, meter: string) =>
  statusOf(() =>
    pm.change((state, house) => {
      const entry = { startDate: '2026-01-01', endDate: '2026-02-01', usage: '100', estimatedValue: false }
      return postEntries(
        state,
        { caller: pm.you, meter: pm.meter(meter), kind: 'consumption', entries: [entry] },
        house,
      )
    }),
  )
const writesProperty = (pm: Pm, property: string) =>
  statusOf(() =>
    pm.change((state, house) => {
      const id = pm.property(property)
      const details = { ...(state.properties[id]?.details as never as object) } as never
      editProperty(state, { caller: pm.you, property: id, details }, house)
    }),
  )
const pendingForward = (pm: Pm) => ({
  accounts: [pm.account('olive')],
  properties: [pm.property('tower')],
  meters: [pm.meter('power')],
})

describe('golden traces', () => {
  test('G1 direct: connection, property and meters are accepted one by one', () => {
    const pm = portfolioManager(guest)

    pm.act('requestConnection', { as: 'olive' })
    expect(pm.pending()).toEqual({ ...nothing, accounts: [pm.account('olive')] })

    pm.answerConnection('olive', 'Accept')
    expect(pm.pending()).toEqual(nothing)
    expect(pm.customers()).toContain(pm.account('olive'))

    pm.act('shareProperty', bothMeters)
    const meters = [pm.meter('power'), pm.meter('light')]
    expect(pm.pending()).toEqual({ ...nothing, properties: [pm.property('tower')], meters })

    pm.answerProperty('tower', 'Accept')
    expect(pm.sees.property('tower')).toBe(200)
    expect(pm.pending().meters).toEqual(meters)
    expect([pm.sees.meter('power'), pm.sees.meter('light')]).toEqual([403, 403])

    pm.answerMeter('power', 'Accept')
    pm.answerMeter('light', 'Accept')
    expect([pm.sees.meter('power'), pm.sees.meter('light')]).toEqual([200, 200])
  })

  test('G2 meter first: the property comes with it, the other meter waits', () => {
    const pm = portfolioManager(connectedTown)
    pm.act('shareProperty', bothMeters)

    pm.answerMeter('power', 'Accept')

    expect(pm.pending()).toEqual({ ...nothing, meters: [pm.meter('light')] })
    expect([pm.sees.property('tower'), pm.sees.meter('power'), pm.sees.meter('light')]).toEqual([200, 200, 403])
  })

  test('G3 property at None: it is offered as Read', () => {
    const pm = portfolioManager(connectedTown)

    pm.act('shareProperty', { as: 'olive', property: 'tower', access: 'None', meters: { power: 'Read Write' } })

    const share = pm.read((state) => state.propertyShares[`${pm.you}/${pm.property('tower')}`])
    expect(share).toMatchObject({ status: 'pending', level: 'Read' })
  })

  test('G4 unsupported type: the act is refused with the alert and nothing is pending', () => {
    const pm = portfolioManager({ ...connectedTown, you: { supportedMeterTypes: ['Electric'] } })

    const thrown = thrownBy(() => pm.act('shareMeters', { as: 'olive', property: 'tower', meters: { gas: 'Read' } }))

    expect(thrown.alert).toBe('unsupportedMeterType')
    expect(pm.pending()).toEqual(nothing)
  })

  test('G5 forward, connection first: shares wait on', () => {
    const pm = portfolioManager(guest)

    pm.act('shareForward', forward)
    expect(pm.pending()).toEqual(pendingForward(pm))
    const share = pm.read((state) => state.meterShares[`${pm.you}/${pm.meter('power')}`])
    expect(share?.audit).toMatchObject({ createdBy: 'mason', createdByAccountId: pm.account('mason') })

    pm.answerConnection('olive', 'Accept')
    expect(pm.pending()).toEqual({ ...pendingForward(pm), accounts: [] })
  })

  test('G6 forward, refusal: rejecting the account empties all three lists', () => {
    const pm = portfolioManager(guest)
    pm.act('shareForward', forward)

    pm.answerConnection('olive', 'Reject')

    expect(pm.pending()).toEqual(nothing)
    expect([pm.sees.property('tower'), pm.sees.meter('power'), pm.sees.customer('olive')]).toEqual([403, 403, 403])
    expect(thrownBy(() => pm.answerProperty('tower', 'Accept'))).toMatchObject({ status: 400, code: '-200' })
    expect(thrownBy(() => pm.answerMeter('power', 'Accept'))).toMatchObject({ status: 400, code: '-200' })
  })

  test('G7 forward, meter first: property and connection come with it', () => {
    const pm = portfolioManager(guest)
    pm.act('shareForward', forward)

    pm.answerMeter('power', 'Accept')

    expect(pm.pending()).toEqual(nothing)
    expect([pm.sees.property('tower'), pm.sees.meter('power')]).toEqual([200, 200])
    expect([pm.sees.customer('olive'), pm.sees.propertiesOf('olive')]).toEqual([200, 200])
    expect(pm.read((state) => state.properties[pm.property('tower')]?.owner)).toBe(pm.account('olive'))
  })

  test('G8 forward, share refused: account and property still wait', () => {
    const pm = portfolioManager(guest)
    pm.act('shareForward', forward)

    pm.answerMeter('power', 'Reject')
    expect(pm.pending()).toEqual({ ...pendingForward(pm), meters: [] })

    pm.answerConnection('olive', 'Accept')
    expect(pm.customers()).toContain(pm.account('olive'))
  })

  test('G9 forward, already connected: no account is pending', () => {
    const pm = portfolioManager(connectedTown)

    pm.act('shareForward', forward)

    expect(pm.pending()).toEqual({ ...pendingForward(pm), accounts: [] })
  })

  test('G10 edit: one notice, writing ends, reading goes on', () => {
    const pm = portfolioManager(held)

    pm.act('editAccess', { as: 'olive', meter: 'power', access: 'Read' })

    const notices = pm.notifications()
    expect(notices).toMatchObject([{ type: 'SHAREUPDATE', meterId: pm.meter('power'), accountId: pm.account('olive') }])
    expect([writesTo(pm, 'power'), pm.sees.meter('power')]).toEqual([403, 200])
    expect(writesTo(pm, 'light')).toBe(200)
  })

  test('G11 edit by a full-access user: the notice names an editor the provider may not look up', () => {
    const pm = portfolioManager(held)

    pm.act('editAccess', { as: 'fran', meter: 'power', access: 'Read' })

    const [notice, ...more] = pm.notifications()
    expect(more).toEqual([])
    expect(notice).toMatchObject({ type: 'SHAREUPDATE', accountId: pm.account('olive') })
    expect(notice).toMatchObject({ createdBy: 'fran', createdByAccountId: pm.account('fran') })
    expect([writesTo(pm, 'power'), pm.sees.meter('power'), pm.sees.customer('fran')]).toEqual([403, 200, 403])
  })

  test('G12 meter deleted: one notice, and the meter is gone at once', () => {
    const pm = portfolioManager(held)

    pm.act('deleteMeter', { as: 'olive', meter: 'power' })

    expect(pm.notifications()).toMatchObject([{ type: 'UNSHARE', meterId: pm.meter('power') }])
    expect([pm.sees.meter('power'), pm.sees.property('tower')]).toEqual([404, 200])
  })

  test('G13 new meter: only that one is pending', () => {
    const pm = portfolioManager(held)
    const before = pm.read((state) => structuredClone(JSON.parse(JSON.stringify(state.propertyShares))))
    pm.act('addMeter', { as: 'olive', property: 'tower', name: 'roof', type: 'Electric on Site Solar' })

    pm.act('shareMeters', { as: 'olive', property: 'tower', meters: { roof: 'Read' } })

    expect(pm.pending()).toEqual({ ...nothing, meters: [pm.meter('roof')] })
    expect(pm.read((state) => JSON.parse(JSON.stringify(state.propertyShares)))).toEqual(before)
    expect(pm.sees.meter('power')).toBe(200)
  })

  test('G14 transfer to a stranger: shares stay, the account is closed', () => {
    const pm = portfolioManager(held, { preset: 'nrcan' })

    pm.act('proposeTransfer', { as: 'olive', property: 'tower', to: 'bob' })
    pm.act('acceptTransfer', { as: 'bob', property: 'tower' })

    const notices = pm.notifications()
    expect(notices).toMatchObject([
      { type: 'TRANSFERPROPERTY', propertyId: pm.property('tower'), accountId: pm.account('bob'), username: 'bob' },
    ])
    expect(notices[0]?.description).not.toMatch(/Bob|bob@/)
    expect([pm.sees.property('tower'), pm.sees.meter('power'), pm.sees.propertiesOf('bob')]).toEqual([200, 200, 403])
    expect(pm.pending()).toEqual(nothing)
  })

  test('G15 transfer, repair: unshare with a note, connect, share again', () => {
    const pm = portfolioManager(held, { preset: 'nrcan' })
    pm.act('proposeTransfer', { as: 'olive', property: 'tower', to: 'bob' })
    pm.act('acceptTransfer', { as: 'bob', property: 'tower' })

    pm.unshareProperty('tower', 'Please connect with us from your Contacts page.')
    expect(pm.inbox('bob')).toEqual([
      'Acme Energy no longer has access to Olive Tower. [Please connect with us from your Contacts page.]',
    ])
    pm.act('requestConnection', { as: 'bob' })
    pm.answerConnection('bob', 'Accept')
    pm.act('shareProperty', { as: 'bob', property: 'tower', access: 'Read', meters: { power: 'Read' } })
    pm.answerMeter('power', 'Accept')

    expect([pm.sees.property('tower'), pm.sees.meter('power'), pm.sees.propertiesOf('bob')]).toEqual([200, 200, 200])
  })

  test('G16 disconnect, keep: the account is closed, its items stay', () => {
    const pm = portfolioManager(held)

    pm.disconnect('olive', true)

    expect([pm.sees.customer('olive'), pm.sees.propertiesOf('olive')]).toEqual([403, 403])
    expect([pm.sees.property('tower'), pm.sees.meter('power')]).toEqual([200, 200])
  })

  test('G17 disconnect, remove: everything is closed', () => {
    const pm = portfolioManager(held)

    pm.disconnect('olive', false)

    expect([pm.sees.customer('olive'), pm.sees.propertiesOf('olive')]).toEqual([403, 403])
    expect([pm.sees.property('tower'), pm.sees.meter('power')]).toEqual([403, 403])
  })

  test('G18 unshare meter: the property stays, a second time is denied', () => {
    const pm = portfolioManager(held)

    pm.unshareMeter('power')

    expect([pm.sees.meter('power'), pm.sees.property('tower')]).toEqual([403, 200])
    expect(statusOf(() => pm.unshareMeter('power'))).toBe(403)
  })

  test('G19 session start: a second sweep shows the same requests and no notice', () => {
    const pm = portfolioManager({ ...held, accounts: { ...held.accounts, bob: { connected: 'pending' } } })
    pm.act('shareProperty', { as: 'olive', property: 'annex', access: 'Read', meters: { solar: 'Read' } })
    pm.act('editAccess', { as: 'olive', meter: 'power', access: 'Read' })
    const sweep = () => ({ ...pm.pending(), notices: pm.notifications().length })

    const [first, second] = [sweep(), sweep()]

    expect(first).toEqual({
      accounts: [pm.account('bob')],
      properties: [pm.property('annex')],
      meters: [pm.meter('solar')],
      notices: 1,
    })
    expect(second).toEqual({ ...first, notices: 0 })
  })

  test('G20 disconnect without the flag: nrcan keeps, epa removes', () => {
    const [nrcan, epa] = [portfolioManager(held, { preset: 'nrcan' }), portfolioManager(held, { preset: 'epa' })]

    for (const pm of [nrcan, epa]) pm.disconnect('olive')

    expect([nrcan.sees.customer('olive'), nrcan.sees.property('tower'), nrcan.sees.meter('power')]).toEqual([
      403, 200, 200,
    ])
    expect([epa.sees.customer('olive'), epa.sees.property('tower'), epa.sees.meter('power')]).toEqual([403, 403, 403])
  })

  test('G21 levels apart: the meter is written, the property is not; None everywhere asks nothing', () => {
    const pm = portfolioManager(connectedTown)
    pm.act('shareProperty', { as: 'olive', property: 'tower', access: 'Read', meters: { power: 'Read Write' } })
    pm.answerMeter('power', 'Accept')

    expect([writesTo(pm, 'power'), writesProperty(pm, 'tower')]).toEqual([200, 403])
    const { shared } = pm.act('shareProperty', {
      as: 'olive',
      property: 'annex',
      access: 'None',
      meters: { solar: 'None' },
    })
    expect(shared).toEqual({ annex: { access: null, meters: {} } })
    expect(pm.pending()).toEqual(nothing)
  })

  test('G22 forward without the right, or from a stranger: the act is refused and nothing is pending', () => {
    const connectedFran = { ...town, accounts: { ...town.accounts, fran: { connected: true } } }
    const withoutRight = portfolioManager(connectedFran)
    const unconnected = portfolioManager({ ...town, accounts: { ...town.accounts, mason: {} } })

    const refusals = [
      thrownBy(() => withoutRight.act('shareForward', { ...forward, as: 'fran' })).alert,
      thrownBy(() => unconnected.act('shareForward', forward)).alert,
    ]

    expect(refusals).toEqual(['mayNotShareForward', 'notConnectedToProvider'])
    expect([withoutRight.pending(), unconnected.pending()]).toEqual([nothing, nothing])
  })
})
