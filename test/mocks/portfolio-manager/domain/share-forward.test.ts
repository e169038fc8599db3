import { describe, expect, test } from 'vitest'
import { connectedTown, portfolioManager, thrownBy, town, type Pm } from '../../../support/portfolio-manager.ts'

/** Mason shares two of Olive's properties with one and two meters; the provider knows Mason, and not Olive. */
function forwarded(settings: Parameters<typeof portfolioManager>[1] = {}) {
  const pm = portfolioManager(town, settings)
  pm.act('shareForward', { as: 'mason', property: 'tower', access: 'Read', meters: { power: 'Read', light: 'Read' } })
  pm.act('shareForward', { as: 'mason', property: 'annex', access: 'Read', meters: { solar: 'Read' } })
  return pm
}

/** Every item's lot, in words. */
function lots(pm: Pm) {
  const lot = (status: string | undefined) => status ?? 'none'
  return pm.read((state) => ({
    connection: lot(state.connections[`${pm.you}/${pm.account('olive')}`]?.status),
    tower: lot(state.propertyShares[`${pm.you}/${pm.property('tower')}`]?.status),
    power: lot(state.meterShares[`${pm.you}/${pm.meter('power')}`]?.status),
    light: lot(state.meterShares[`${pm.you}/${pm.meter('light')}`]?.status),
    annex: lot(state.propertyShares[`${pm.you}/${pm.property('annex')}`]?.status),
    solar: lot(state.meterShares[`${pm.you}/${pm.meter('solar')}`]?.status),
  }))
}

const pending = 'pending'
const allPending = {
  connection: pending,
  tower: pending,
  power: pending,
  light: pending,
  annex: pending,
  solar: pending,
}
const allEnded = { connection: 'ended', tower: 'ended', power: 'ended', light: 'ended', annex: 'ended', solar: 'ended' }

describe('the ordering matrix of a forward by an intermediary', () => {
  test('all of it is pending at first, with a request in the name of the owner (C9)', () => {
    expect(lots(forwarded())).toEqual(allPending)
  })

  const firstActs: [string, (pm: Pm) => void, object][] = [
    ['accept connection', (pm) => pm.answerConnection('olive', 'Accept'), { ...allPending, connection: 'connected' }],
    ['reject connection', (pm) => pm.answerConnection('olive', 'Reject'), allEnded],
    [
      'accept property',
      (pm) => pm.answerProperty('tower', 'Accept'),
      { ...allPending, connection: 'connected', tower: 'active' },
    ],
    [
      'accept meter',
      (pm) => pm.answerMeter('power', 'Accept'),
      { ...allPending, connection: 'connected', tower: 'active', power: 'active' },
    ],
    ['reject property', (pm) => pm.answerProperty('tower', 'Reject'), { ...allPending, tower: 'ended' }],
    ['reject meter', (pm) => pm.answerMeter('power', 'Reject'), { ...allPending, power: 'ended' }],
  ]

  test.each(firstActs)('first act %s', (_, act, then) => {
    const pm = forwarded()

    act(pm)

    expect(lots(pm)).toEqual(then)
  })

  test('under rejectPropertyCascadesToMeters=on a rejected property takes its own meters along (X3)', () => {
    const pm = forwarded({ dialect: { rejectPropertyCascadesToMeters: 'on' } })

    pm.answerProperty('tower', 'Reject')

    expect(lots(pm)).toEqual({ ...allPending, tower: 'ended', power: 'ended', light: 'ended' })
  })

  test.each(['Accept', 'Reject'] as const)('after the connection, each share is answered on its own: %s', (action) => {
    const pm = forwarded()
    pm.answerConnection('olive', 'Accept')

    pm.answerMeter('solar', action)

    const answered = action === 'Accept' ? { annex: 'active', solar: 'active' } : { solar: 'ended' }
    expect(lots(pm)).toEqual({ ...allPending, connection: 'connected', ...answered })
  })
})

describe('an intermediary', () => {
  test('appears in the audit only; the share stands under its owner', () => {
    const pm = forwarded()

    const request = pm.read((state) => state.connections[`${pm.you}/${pm.account('olive')}`])
    const share = pm.read((state) => state.propertyShares[`${pm.you}/${pm.property('tower')}`])

    expect(JSON.stringify(request)).not.toMatch(new RegExp(`mason|${pm.account('mason')}`))
    expect(share).toMatchObject({ sharer: pm.account('mason'), audit: { createdBy: 'mason' } })
  })

  test('sends no request for an owner who is connected, or has asked', () => {
    const connected = portfolioManager(connectedTown)
    const asked = portfolioManager({ ...town, accounts: { ...town.accounts, olive: { connected: 'pending' } } })
    const before = asked.read((state) => JSON.stringify(state.connections))

    for (const pm of [connected, asked]) pm.act('shareForward', { as: 'mason', property: 'tower', access: 'Read' })

    expect(connected.pending().accounts).toEqual([])
    expect(asked.read((state) => JSON.stringify(state.connections))).toBe(before)
  })

  test('passes on no more than it has', () => {
    const tower = { ...town.properties.tower, sharedForwardTo: { to: 'mason', level: 'Read Only' as const } }
    const pm = portfolioManager({ ...town, properties: { tower } })

    const tooMuch = thrownBy(() => pm.act('shareForward', { as: 'mason', property: 'tower', access: 'Read Write' }))
    const meterToo = thrownBy(() =>
      pm.act('shareForward', { as: 'mason', property: 'tower', access: 'Read', meters: { power: 'Read Write' } }),
    )
    pm.act('shareForward', { as: 'mason', property: 'tower', access: 'Read' })

    expect([tooMuch.alert, meterToo.alert]).toEqual(['beyondYourAccess', 'beyondYourAccess'])
    expect(pm.pending().properties).toEqual([pm.property('tower')])
  })

  test('cannot go on while the client leaves its own request unanswered: the story ends', () => {
    const pm = portfolioManager({ ...town, accounts: { ...town.accounts, mason: { connected: 'pending' } } })

    const thrown = thrownBy(() => pm.act('shareForward', { as: 'mason', property: 'tower', access: 'Read' }))

    expect(thrown.constructor.name).toBe('Impossible')
    expect(thrown.message).toMatch(/cannot share: the client has not accepted its connection request/)
  })

  test('who is left out later leaves its shares behind', () => {
    const pm = forwarded()
    pm.answerMeter('power', 'Accept')

    pm.act('removeAccess', { as: 'olive', property: 'tower', from: 'mason' })

    expect([pm.sees.property('tower'), pm.sees.meter('power')]).toEqual([200, 200])
    expect(
      thrownBy(() => pm.act('shareForward', { as: 'mason', property: 'tower', meters: { gas: 'Read' } })).alert,
    ).toBe('mayNotShareForward')
  })
})
