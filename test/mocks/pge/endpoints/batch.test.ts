import { describe, expect, test } from 'vitest'
import { authorizedTown } from '../../../support/pge.ts'
import { resource } from '../../../support/pge-doors.ts'
import { dataClient, links, month, texts, week } from './data-client.ts'

type Client = Awaited<ReturnType<typeof dataClient>>
type Notice = {
  kind: string
  content: { resources: { kind: string; id: string; correlationId: string }[]; transactionId: string }
}

const origin = 'http://localhost:4704'
const notices = ({ world }: Client) =>
  world.outbox.list().filter(({ kind }) => kind === 'packageReady' || kind === 'daily') as unknown as Notice[]
const addresses: Record<string, string> = {
  subscription: 'Subscription',
  bulk: 'Bulk',
  bulkCustomers: 'BulkRetailCustomerInfo',
  bulkPrograms: 'BulkRetailDRPrgInfo',
}
const told = (client: Client) =>
  notices(client).flatMap(({ content }) =>
    content.resources.map(
      ({ kind, id, correlationId }) => `Batch/${addresses[kind]}/${id}?correlationID=${correlationId}`,
    ),
  )
const bulkIdOf = ({ state }: Client) => String(state(({ registrations, you }) => registrations[you]?.bulkId))
const bigTown = {
  customers: { ...authorizedTown.customers, bob: { ...authorizedTown.customers.bob, authorized: true } },
}

describe('a customer’s data, asked for asynchronously', () => {
  test('is accepted, announced and fetched, a package for each commodity', async () => {
    const client = await dataClient()
    const { ask, subscription, world } = client

    const accepted = await ask(`Batch/Subscription/${subscription}?${month}`)
    expect([accepted.status, accepted.text, told(client)]).toEqual([202, '', []])
    await world.advance('PT1M')
    const [power = '', gas = ''] = told(client)
    const [electric, therms] = [await ask(power), await ask(gas)]

    expect([electric.status, therms.status]).toEqual([200, 200])
    expect(new Set(texts(electric.text, 'kind'))).toEqual(new Set(['12', '0']))
    expect(texts(therms.text, 'uom')).toContain('169')
    expect(links(electric.text, 'self')[0]).toBe(`${origin}${resource}/Batch/Subscription/${subscription}`)
  })

  test('carries the transaction id of its request to the notice and the package, and is the same when fetched again', async () => {
    const client = await dataClient()
    const headers = { 'x-transaction-id': 'my-own-17' }

    const accepted = await client.ask(`Batch/Subscription/${client.subscription}?${week}`, 'access', { headers })
    await client.world.advance('PT1M')
    const [path = ''] = told(client)
    const [once, again] = [await client.ask(path), await client.ask(path)]

    expect(accepted.headers.get('x-transaction-id')).toBe('my-own-17')
    expect(notices(client)[0]?.content.transactionId).toBe('my-own-17')
    expect(once.headers.get('x-transaction-id')).toBe('my-own-17')
    expect(again.text).toBe(once.text)
  })

  test('dates its first entry by the request and the rest by the package', async () => {
    const client = await dataClient()
    await client.ask(`Batch/Subscription/${client.subscription}?${week}`)
    await client.world.advance('PT1M')

    const { text } = await client.ask(told(client)[0] ?? '')

    const [time = '', ...others] = texts(text, 'published')
    expect(time < (others[0] ?? '')).toBe(true)
    expect(new Set(others).size).toBe(1)
    expect(texts(text, 'updated')[0]).toBe(others[0])
  })

  test('is accepted without a body, and the header says so', async () => {
    const client = await dataClient()

    const { status, text, headers } = await client.ask(`Batch/Subscription/${client.subscription}?${week}`)

    expect([status, text, headers.get('content-length')]).toEqual([202, '', '0'])
  })

  test('is nothing at once where there is none, and nobody is notified', async () => {
    const client = await dataClient()

    const answer = await client.ask(
      `Batch/Subscription/${client.subscription}?published-min=2015-01-01T08:00:00Z&published-max=2015-01-05T08:00:00Z`,
    )
    await client.world.advance('PT5M')

    expect([answer.status, notices(client)]).toEqual([204, []])
  })

  test('comes at once where certification tests want it', async () => {
    const { ask, subscription } = await dataClient(authorizedTown, { dialect: { subscriptionMode: 'sync' } })

    const { status, text } = await ask(`Batch/Subscription/${subscription}?${week}`)

    expect([status, texts(text, 'kind').filter((kind) => kind !== '12')]).toEqual([200, ['0', '1']])
  })
})

describe('the bulk of all customers', () => {
  test('holds everyone who authorized', async () => {
    const client = await dataClient(bigTown)

    const accepted = await client.ask(`Batch/Bulk/${bulkIdOf(client)}?${week}`, 'client')
    await client.world.advance('PT1M')
    const [power = ''] = told(client)
    const { status, text } = await client.ask(power, 'client')

    expect([accepted.status, status]).toEqual([202, 200])
    expect(text.match(/<ns0:UsagePoint /g)).toHaveLength(2)
    expect(links(text, 'self')[0]).toBe(`${origin}${resource}/Batch/Bulk/${bulkIdOf(client)}`)
  })

  test('is asked for by its id or, unless switched off, the client id, and by no other', async () => {
    const client = await dataClient()
    const strict = await dataClient(authorizedTown, { dialect: { bulkIdAlias: 'off' } })
    const byClientId = (one: Client) => one.ask(`Batch/Bulk/${one.state(({ you }) => you)}?${week}`, 'client')

    expect((await byClientId(client)).status).toBe(202)
    expect(await byClientId(strict)).toMatchObject({ status: 400, text: "client credentials doesn't match" })
    expect((await client.ask(`Batch/Bulk/11111?${week}`, 'client')).status).toBe(400)
    expect((await client.ask(`Batch/Bulk/${bulkIdOf(client)}?${week}`, 'access')).status).toBe(403)
  })

  test('tells every evening what was published and what was corrected', async () => {
    const client = await dataClient({ you: { notifyMe: true }, ...authorizedTown })
    const correction = { agreement: 'alice.power', at: '2026-02-10', to: { times: 2 } }
    expect(await client.utility('correctReading', correction)).toMatchObject({ outcome: 'done' })

    await client.world.advance('PT14H')
    const token = {
      token: String(
        ((await (await client.token({ grant_type: 'client_credentials' })).json()) as Record<string, string>)[
          'client_access_token'
        ],
      ),
    }
    const power = await client.ask(told(client)[0] ?? '', token)

    const days = texts(power.text, 'title').filter((title) => title.startsWith('IntervalBlock'))
    expect(days).toEqual(['IntervalBlock_1770710400', 'IntervalBlock_1772352000'])
  })
})

describe('customers', () => {
  test('are told one by one', async () => {
    const { ask, subscription } = await dataClient()

    const { status, text } = await ask(`Batch/RetailCustomer/${subscription}`)

    expect(status).toBe(200)
    expect([...text.matchAll(/<ns2:content><(\w+)>/g)].map(([, name]) => name)).toEqual([
      'Customer',
      'ServiceLocation',
      'ServiceLocation',
      'CustomerAccount',
      'CustomerAgreement',
      'Meter',
      'CustomerAgreement',
      'Meter',
    ])
  })

  test.each([
    ['BulkRetailCustomerInfo', `${resource}/Batch`],
    ['BulkRetailCustomerInfo', '/GreenButtonConnect/espi/1_1/Batch'],
    ['BulkRetailDRPrgInfo', `${resource}/Batch`],
  ])('are told all together, later: %s under %s', async (name, base) => {
    const client = await dataClient(bigTown)

    const accepted = await client.ask(`${base}/${name}/${bulkIdOf(client)}`, 'client')
    await client.world.advance('PT1M')
    const { status, text } = await client.ask(told(client)[0] ?? '', 'client')

    expect([accepted.status, status]).toEqual([202, 200])
    expect(text).toContain('Green Button Customer Feed')
  })

  test.each([
    ['Basic', ['Customer', 'ServiceLocation', 'ServiceLocation']],
    ['Account', ['CustomerAccount', 'CustomerAgreement', 'CustomerAgreement']],
    ['ProgramEnrollment', ['Meter', 'Meter']],
  ] as const)('who gave %s alone are told as that, and not where they live besides', async (group, told) => {
    const alice = { ...authorizedTown.customers.alice, authorized: { dataGroups: [group] } }
    const { ask, subscription } = await dataClient({ customers: { alice } })

    const { text } = await ask(`Batch/RetailCustomer/${subscription}`)

    expect([...text.matchAll(/<ns2:content><(\w+)>/g)].map(([, name]) => name)).toEqual(told)
  })

  test('in demand-response programs are told with their dates', async () => {
    const program = { name: 'Peak Day Pricing', dates: { enrolled: '2024-05-01' }, capacityReservationKw: 50 }
    const { ask, subscription } = await dataClient({
      customers: { alice: { agreements: { power: { commodity: 'electric', programs: [program] } }, authorized: true } },
    } as never)

    const { status, text } = await ask(`Batch/RetailDRPrgInfo/${subscription}`)

    expect([status, texts(text, 'programName'), texts(text, 'programDateDescription')]).toEqual([
      200,
      ['Peak Day Pricing'],
      ['CUST_DR_PROGRAM_ENROLLMENT_DATE'],
    ])
  })
})

describe('a correlation id', () => {
  test('that nobody was sent is not found', async () => {
    const { ask, subscription } = await dataClient()

    expect(
      (await ask(`Batch/Subscription/${subscription}?correlationID=3cbced2d-f8bf-44d0-9bde-978a7b66eafe`)).status,
    ).toBe(404)
  })

  test('of a subscription opens nothing with the client token, nor a bulk one with an access token', async () => {
    const client = await dataClient()
    await client.ask(`Batch/Subscription/${client.subscription}?${week}`)
    await client.ask(`Batch/Bulk/${bulkIdOf(client)}?${week}`, 'client')
    await client.world.advance('PT1M')
    const all = told(client)

    for (const path of all)
      expect((await client.ask(path, path.includes('Bulk') ? 'access' : 'client')).status).toBe(403)
  })

  test('of a bulk opens with an access token where that is said', async () => {
    const client = await dataClient(authorizedTown, { dialect: { accessTokenOnBulk: 'on' } })
    await client.ask(`Batch/Bulk/${bulkIdOf(client)}?${week}`, 'client')
    await client.world.advance('PT1M')

    expect((await client.ask(told(client)[0] ?? '', 'access')).status).toBe(200)
  })
})
