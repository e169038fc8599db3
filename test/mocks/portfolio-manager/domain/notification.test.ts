import { describe, expect, test } from 'vitest'
import { unreadNotifications } from '../../../../mocks/portfolio-manager/domain/notification.ts'
import { connectedTown, portfolioManager, town } from '../../../support/portfolio-manager.ts'

const held = (settings = {}) => {
  const tower = { ...town.properties.tower, sharedWithYou: 'Read Write' as const }
  const pm = portfolioManager({ ...connectedTown, properties: { tower } }, settings)
  pm.act('editAccess', { as: 'olive', meter: 'power', access: 'Read' })
  pm.act('proposeTransfer', { as: 'olive', property: 'tower', to: 'bob' })
  pm.act('acceptTransfer', { as: 'bob', property: 'tower' })
  pm.act('disconnect', { as: 'olive' })
  return pm
}
const all = ['SHAREUPDATE', 'TRANSFERPROPERTY', 'DISCONNECT']

describe('notices', () => {
  test('are shown once, unless the client asks to keep them', () => {
    const pm = held()

    expect(pm.notifications(false).map(({ type }) => type)).toEqual(all)
    expect(pm.notifications(true).map(({ type }) => type)).toEqual(all)
    expect([pm.notifications(true), pm.notifications(false)]).toEqual([[], []])
  })

  test('that come later are shown alone', () => {
    const pm = held()
    pm.notifications()

    pm.act('editAccess', { as: 'bob', meter: 'light', access: 'Read' })

    expect(pm.notifications().map(({ meterId }) => meterId)).toEqual([pm.meter('light')])
  })

  test('carry rising ids, the hour and their maker', () => {
    const pm = held()

    const notices = pm.notifications()

    const ids = notices.map(({ id }) => Number(id))
    expect(ids).toEqual([...ids].sort((a, b) => a - b))
    expect(notices[0]).toMatchObject({
      createdDate: '2026-03-02T14:00:00.000Z',
      createdBy: 'olive',
      createdByAccountId: pm.account('olive'),
      accountId: pm.account('olive'),
      username: 'olive',
      propertyId: pm.property('tower'),
    })
  })

  test('can be looked at without being read', () => {
    const pm = held()

    const seen = pm.read((state, house) => unreadNotifications(state, { to: pm.you }, house))

    expect(seen.map(({ type }) => type)).toEqual(all)
    expect(pm.notifications()).toHaveLength(3)
  })

  test.each([
    ['all', 'test', all],
    ['faithful', 'test', ['SHAREUPDATE']],
    ['faithful', 'live', all],
  ] as const)('under testHostNotifications=%s on %s: %j (X27)', (testHostNotifications, environment, types) => {
    const pm = held({ dialect: { testHostNotifications } })

    expect(pm.notifications(true, environment).map(({ type }) => type)).toEqual(types)
  })

  test.each([
    ['UNSHARE', 'Power - Access removed by Olive Oil.'],
    ['SHAREUPDATE', 'Power - Access level revised to None by Olive Oil.'],
  ] as const)('under meterDeletedCode=%s tell of a deleted meter: %s (M6, X5)', (meterDeletedCode, description) => {
    const tower = { ...town.properties.tower, sharedWithYou: 'Read' as const }
    const pm = portfolioManager({ ...connectedTown, properties: { tower } }, { dialect: { meterDeletedCode } })

    pm.act('deleteMeter', { as: 'olive', meter: 'power' })

    const notices = pm.notifications()
    expect(notices).toMatchObject([{ type: meterDeletedCode, meterId: pm.meter('power'), description }])
  })
})
