import { describe, expect, test } from 'vitest'
import { accept, elements, errorNumber, goodbye, links, openWorld, provider, reject, texts } from './client.ts'

const tower = { owner: 'olive', meters: { power: 'Electric', gas: 'Natural Gas' } }

/** Ids that the client discovers in a pending list. */
async function pending({ get }: Awaited<ReturnType<typeof openWorld>>) {
  const [accounts, properties, meters] = [
    await get('/connect/account/pending/list'),
    await get('/share/property/pending/list'),
    await get('/share/meter/pending/list'),
  ]
  return {
    accounts: texts(accounts, 'accountId'),
    properties: texts(properties, 'propertyId'),
    meters: texts(meters, 'meterId'),
  }
}

test('from a request to connect to readable meters, each answer opens what it names', async () => {
  const sandbox = await openWorld({ accounts: { olive: { organization: 'Olive Tower LLC' } }, properties: { tower } })
  const { act, get, post } = sandbox
  await act('requestConnection', { as: 'olive' })

  const [customer] = (await pending(sandbox)).accounts
  expect((await post(`/connect/account/${customer}`, accept)).text).toBe(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><response status="Ok"/>',
  )
  expect(links(await get('/customer/list'))).toEqual([
    ['This is the GET url for this Customer.', `/customer/${customer}`],
  ])
  await act('shareProperty', {
    as: 'olive',
    property: 'tower',
    access: 'Read Write',
    meters: { power: 'Read', gas: 'Read' },
  })
  const offered = await pending(sandbox)
  expect([offered.accounts, offered.properties.length, offered.meters.length]).toEqual([[], 1, 2])

  await post(`/share/property/${offered.properties[0]}`, accept)
  expect((await get(`/property/${offered.properties[0]}`)).status).toBe(200)
  expect((await get(`/meter/${offered.meters[0]}`)).status).toBe(403)
  await post(`/share/meter/${offered.meters[0]}`, accept)
  await post(`/share/meter/${offered.meters[1]}`, reject)

  expect((await get(`/meter/${offered.meters[0]}`)).status).toBe(200)
  expect((await get(`/meter/${offered.meters[1]}`)).status).toBe(403)
  expect(await pending(sandbox)).toEqual({ accounts: [], properties: [], meters: [] })
})

test('an answer to a request that is gone is refused with -200 and changes nothing', async () => {
  const sandbox = await openWorld({ accounts: { olive: { connected: 'pending' } }, properties: { tower } })
  const [customer] = (await pending(sandbox)).accounts
  await sandbox.post(`/connect/account/${customer}`, reject)

  const again = await sandbox.post(`/connect/account/${customer}`, accept)

  expect([again.status, errorNumber(again)]).toEqual([400, '-200'])
  expect(sandbox.lastExchange().refusal?.refusal).toBe('noPendingConnection')
  expect(sandbox.lastExchange().change).toEqual([])
})

describe('ends what was agreed', () => {
  const held = { ...tower, sharedWithYou: { access: 'Read Write', meters: 'Read Write' } }
  const given = { accounts: { olive: { connected: true } }, properties: { tower: held } }

  async function ids(sandbox: Awaited<ReturnType<typeof openWorld>>) {
    const [customer] = elements(await sandbox.get('/customer/list'), 'link').map(({ attributes }) => attributes['id'])
    const [property] = elements(await sandbox.get(`/account/${customer}/property/list`), 'link')
    const [meter] = elements(await sandbox.get(`/property/${property?.attributes['id']}/meter/list`), 'link')
    return { customer, property: property?.attributes['id'], meter: meter?.attributes['id'] }
  }

  test('a meter, with a note to its owner', async () => {
    const sandbox = await openWorld(given)
    const { property, meter } = await ids(sandbox)

    const answer = await sandbox.post(`/unshare/meter/${meter}`, goodbye)

    expect(answer.status).toBe(200)
    expect((await sandbox.get(`/meter/${meter}`)).status).toBe(403)
    expect((await sandbox.get(`/property/${property}`)).status).toBe(200)
    expect((await sandbox.post(`/unshare/meter/${meter}`, goodbye)).status).toBe(403)
  })

  test.each([
    ['an empty element', '<terminateSharingResponse></terminateSharingResponse>', 200],
    ['no body at all', undefined, 200],
    ['an empty note', '<terminateSharingResponse><note/></terminateSharingResponse>', 400],
  ])('a property, with %s', async (_, body, status) => {
    const sandbox = await openWorld(given)
    const { property } = await ids(sandbox)
    const headers = body === undefined ? { 'content-type': 'application/x-www-form-urlencoded' } : {}

    const answer = await sandbox.post(`/unshare/property/${property}`, body, { headers })

    expect(answer.status).toBe(status)
    expect((await sandbox.get(`/property/${property}`)).status).toBe(status === 200 ? 403 : 200)
  })

  test('no body is no goodbye where bodies are judged strictly', async () => {
    const sandbox = await openWorld(given, { lenientBodies: 'off' })
    const { property } = await ids(sandbox)

    const answer = await sandbox.post(`/unshare/property/${property}`)

    expect([answer.status, errorNumber(answer)]).toEqual([400, '-100'])
  })

  test.each([
    ['', 403],
    ['?keepShares=False', 403],
    ['?keepShares=(keepShares)', 403],
    ['?keepShares=true', 200],
  ])('a connection%s leaves the property at %i', async (query, status) => {
    const sandbox = await openWorld(given)
    const { customer, property } = await ids(sandbox)

    await sandbox.post(`/disconnect/account/${customer}${query}`, goodbye)

    expect((await sandbox.get(`/customer/${customer}`)).status).toBe(403)
    expect((await sandbox.get(`/property/${property}`)).status).toBe(status)
  })
})

test('pending lists turn their pages by links until the last one has none', async () => {
  const names = Array.from({ length: 45 }, (_, at) => `customer${at + 1}`)
  const accounts = Object.fromEntries(names.map((name) => [name, { connected: 'pending' }]))
  const { get } = await openWorld({ accounts })
  const seen: string[] = []
  const sizes: number[] = []

  let next: string | undefined = '/connect/account/pending/list'
  while (next) {
    const page = await get(next)
    sizes.push(elements(page, 'account').length)
    seen.push(...texts(page, 'accountId'))
    next = links(page).find(([says]) => says === 'next page')?.[1]
  }

  expect(sizes).toEqual([20, 20, 5])
  expect(new Set(seen).size).toBe(45)
  expect(elements(await get('/connect/account/pending/list?page=0'), 'account')).toHaveLength(20)
  expect(elements(await get('/connect/account/pending/list?page=3'), 'links')).toEqual([])
})

describe('notices', () => {
  const given = {
    accounts: { olive: { connected: true } },
    properties: { tower: { ...tower, sharedWithYou: { access: 'Read Write', meters: 'Read Write' } } },
  }

  test('are told once, unless the client leaves them unread', async () => {
    const { act, get } = await openWorld(given)
    await act('editAccess', { as: 'olive', property: 'tower', meter: 'power', access: 'Read' })

    const peeked = await get('/notification/list?clear=false')
    const told = await get('/notification/list')
    const after = await get('/notification/list')

    expect(texts(peeked, 'notificationTypeCode')).toEqual(['SHAREUPDATE'])
    expect(told.text).toBe(peeked.text)
    expect(texts(after, 'notificationTypeCode')).toEqual([])
  })

  test('of a disconnect stay away from the test host where it is played faithfully', async () => {
    const { act, get, world } = await openWorld(given, { testHostNotifications: 'faithful' })
    await act('disconnect', { as: 'olive' })

    const onTest = await get('/notification/list?clear=false', { base: '/wstest' })
    const onLive = await get('/notification/list?clear=false', { base: '/ws' })

    expect(texts(onTest, 'notificationTypeCode')).toEqual([])
    expect(texts(onLive, 'notificationTypeCode')).toEqual(['DISCONNECT'])
    expect(world.journal.calls('notification.list').count()).toBe(2)
  })
})

test('what a client was asked is in the journal as it was understood', async () => {
  const sandbox = await openWorld({ accounts: { olive: { connected: 'pending' } }, properties: { tower } })
  const [customer] = (await pending(sandbox)).accounts

  await sandbox.post(
    `/connect/account/${customer}`,
    '<sharingResponse><action>Accept</action><note>Welcome</note></sharingResponse>',
  )

  expect(sandbox.lastExchange()).toMatchObject({
    provider,
    endpoint: 'connection.answer',
    caller: 'acme-energy',
    request: { decoded: { action: 'Accept', note: 'Welcome' } },
  })
})
