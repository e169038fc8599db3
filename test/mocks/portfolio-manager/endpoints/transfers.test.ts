import { describe, expect, test } from 'vitest'
import type { State } from '../../../../mocks/portfolio-manager/model/index.ts'
import { accept, openWorld, texts, type Answer } from './client.ts'

const given = {
  accounts: { olive: { username: 'olive', connected: true }, bob: { username: 'bob' } },
  properties: {
    tower: { owner: 'olive', meters: { power: 'Electric', gas: 'Natural Gas' }, sharedWithYou: 'Read Write' },
  },
}

/** Olive offers her tower to Bob, whom you do not know; he accepts in one of the ways that EPA's newer page offers. */
async function transferred(style: string | undefined, dialect: Record<string, string> = {}) {
  const sandbox = await openWorld(given, dialect)
  const { names } = sandbox.world.read('portfolioManager', (state) => structuredClone(state) as State)
  const bob = names.account['bob'] ?? ''
  const tower = names.property['tower'] ?? ''
  const power = Object.values(names.meter['power'] ?? {})[0] ?? ''
  await sandbox.act('proposeTransfer', { as: 'olive', property: 'tower', to: 'bob' })
  if (style !== undefined) await sandbox.act('acceptTransfer', { as: 'bob', property: 'tower', style })
  const { get } = sandbox
  const status = async () =>
    (
      await Promise.all([
        get(`/property/${tower}`),
        get(`/meter/${power}`),
        get(`/account/${bob}/property/list`),
        get(`/customer/${bob}`),
      ])
    ).map((answer) => answer.status)
  const owner = async () => texts(await get(`/idHierarchy/property/${tower}`), 'username')[0]
  const notices = async () => texts(await get('/notification/list'), 'notificationTypeCode')
  const asked = async () => texts(await get('/connect/account/pending/list'), 'username')
  return { ...sandbox, bob, tower, power, status, owner, notices, asked }
}

describe('a property that goes to someone you do not know', () => {
  test('is not yet his while he has only been offered it', async () => {
    const { owner, notices, status } = await transferred(undefined)

    expect(await owner()).toBe('olive')
    expect(await notices()).toEqual([])
    expect((await status()).slice(0, 2)).toEqual([200, 200])
  })

  test('accepted with a request to connect (T4): items stay open, the account opens when you accept', async () => {
    const { asked, bob, notices, owner, post, status } = await transferred('askForConnection')

    expect(await notices()).toEqual(['TRANSFERPROPERTY'])
    expect([await owner(), await asked()]).toEqual(['bob', ['bob']])
    expect(await status()).toEqual([200, 200, 403, 403])

    await post(`/connect/account/${bob}`, accept)

    expect(await status()).toEqual([200, 200, 200, 200])
  })

  test('accepted later (T5): nothing changes until he has asked and you have accepted', async () => {
    const { act, asked, bob, notices, owner, post, status } = await transferred('postpone')

    expect([await owner(), await asked(), await notices()]).toEqual(['olive', [], []])
    expect((await status()).slice(0, 2)).toEqual([200, 200])

    await act('requestConnection', { as: 'bob' })
    expect([await owner(), await asked()]).toEqual(['olive', ['bob']])
    await post(`/connect/account/${bob}`, accept)

    expect([await owner(), await notices()]).toEqual(['bob', ['TRANSFERPROPERTY']])
    expect(await status()).toEqual([200, 200, 200, 200])
  })

  test('accepted without you (T6): you are told of the transfer and of each item you lose', async () => {
    const { asked, get, status, power } = await transferred('removeProvider')
    const told: Answer = await get('/notification/list')

    expect(texts(told, 'notificationTypeCode')).toEqual(['TRANSFERPROPERTY', 'UNSHARE', 'UNSHARE', 'UNSHARE'])
    expect(texts(told, 'meterId')).toContain(power)
    expect(await asked()).toEqual([])
    expect(await status()).toEqual([403, 403, 403, 403])
  })

  test('declined (T7) stays where it was', async () => {
    const { act, notices, owner, status } = await transferred(undefined)

    await act('rejectTransfer', { as: 'bob', property: 'tower' })

    expect([await owner(), await notices()]).toEqual(['olive', []])
    expect((await status()).slice(0, 2)).toEqual([200, 200])
  })

  test('offers none of these ways in the style of the NRCan guide, where it simply changes hands (T3)', async () => {
    const { act, asked, notices, owner, status } = await transferred(undefined, { transferStyle: 'nrcan' })

    const refused = await act('acceptTransfer', { as: 'bob', property: 'tower', style: 'postpone' })
    await act('acceptTransfer', { as: 'bob', property: 'tower' })

    expect(refused).toMatchObject({ outcome: 'refused', alert: 'choiceNotOffered' })
    expect([await owner(), await asked(), await notices()]).toEqual(['bob', [], ['TRANSFERPROPERTY']])
    expect(await status()).toEqual([200, 200, 403, 403])
  })

  test('is announced on Live only, where the test host is faithful to the real one', async () => {
    const { get } = await transferred('askForConnection', { testHostNotifications: 'faithful' })

    const onTest = await get('/notification/list?clear=false')
    const onLive = await get('/notification/list?clear=false', { base: '/ws' })

    expect(texts(onTest, 'notificationTypeCode')).toEqual([])
    expect(texts(onLive, 'notificationTypeCode')).toEqual(['TRANSFERPROPERTY'])
  })
})
