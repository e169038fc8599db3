import { describe, expect, test } from 'vitest'
import { connectedTown, portfolioManager, thrownBy, town } from '../../../support/portfolio-manager.ts'

const held = (settings = {}) =>
  portfolioManager(
    {
      ...connectedTown,
      properties: { ...town.properties, tower: { ...town.properties.tower, sharedWithYou: 'Read' } },
    },
    settings,
  )
const keeps = [200, 200]
const loses = [403, 403]

describe('a provider that disconnects', () => {
  test.each([
    ['remove', undefined, loses],
    ['remove', true, keeps],
    ['remove', false, loses],
    ['keep', undefined, keeps],
    ['keep', true, keeps],
    ['keep', false, loses],
  ] as const)('under disconnectDefault=%s with keepShares %s (C6, C7, X1)', (disconnectDefault, keepShares, then) => {
    const pm = held({ dialect: { disconnectDefault } })

    pm.disconnect('olive', keepShares)

    expect([pm.sees.property('tower'), pm.sees.meter('power')]).toEqual(then)
    expect([pm.sees.customer('olive'), pm.customers()]).toEqual([403, [pm.account('mason')]])
    expect(pm.notifications()).toEqual([])
  })

  test('leaves offers on offer, and its note in the inbox', () => {
    const pm = held()
    pm.act('shareProperty', { as: 'olive', property: 'annex' })

    pm.disconnect('olive', false, 'Goodbye.')

    expect(pm.pending().properties).toEqual([pm.property('annex')])
    expect(pm.inbox('olive')).toEqual(['Acme Energy disconnected from you. [Goodbye.]'])
  })

  test('touches nobody else', () => {
    const pm = held()

    pm.disconnect('mason')

    expect([pm.sees.property('tower'), pm.sees.customer('olive')]).toEqual([200, 200])
  })

  test.each(['bob', 'fran'])('is refused for %s, to whom it is not connected (C15)', (name) => {
    const pm = held()
    if (name === 'fran') pm.act('requestConnection', { as: name })

    expect(thrownBy(() => pm.disconnect(name))).toMatchObject({
      status: 400,
      code: '-200',
      refusal: 'notConnectedToAccount',
    })
  })

  test('is refused a second time', () => {
    const pm = held()
    pm.disconnect('olive')

    expect(thrownBy(() => pm.disconnect('olive')).refusal).toBe('notConnectedToAccount')
  })
})

describe('a customer who disconnects', () => {
  test('sends one notice, and by default leaves the shares (C8, X2)', () => {
    const pm = held()

    pm.act('disconnect', { as: 'olive' })

    const [notice, ...more] = pm.notifications()
    expect(more).toEqual([])
    expect(notice).toMatchObject({ type: 'DISCONNECT', accountId: pm.account('olive'), createdBy: 'olive' })
    expect(notice?.description).toBe('You are disconnected from Olive Oil.')
    expect(notice).not.toHaveProperty('propertyId')
    expect([pm.sees.property('tower'), pm.sees.customer('olive')]).toEqual([200, 403])
  })

  test('under customerDisconnectCascade=unshare takes each item along, with a notice (X2)', () => {
    const pm = held({ dialect: { customerDisconnectCascade: 'unshare' } })

    pm.act('disconnect', { as: 'olive' })

    expect(pm.notifications().map(({ type }) => type)).toEqual(['DISCONNECT', ...Array(4).fill('UNSHARE')])
    expect([pm.sees.property('tower'), pm.sees.meter('power')]).toEqual([403, 403])
  })

  test('must be connected; where the client did not accept or left, the story ends', () => {
    const pm = held()
    pm.act('requestConnection', { as: 'fran' })
    pm.disconnect('olive')

    expect(thrownBy(() => pm.act('disconnect', { as: 'bob' })).alert).toBe('notConnectedToProvider')
    expect(thrownBy(() => pm.act('disconnect', { as: 'fran' })).message).toMatch(
      /has not accepted its connection request/,
    )
    expect(thrownBy(() => pm.act('disconnect', { as: 'olive' })).message).toBe(
      'olive cannot disconnect: the client has disconnected already.',
    )
  })
})
