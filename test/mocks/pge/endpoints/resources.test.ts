import { describe, expect, test } from 'vitest'
import { authorizedTown, town } from '../../../support/pge.ts'
import { openDoors, resource, testTokenPath } from '../../../support/pge-doors.ts'
import { dataClient, links, month, texts, week } from './data-client.ts'

const origin = 'http://localhost:4704'

describe('the connectivity test', () => {
  test('finds the service up, or down while nothing else answers', async () => {
    const { ask, utility } = await dataClient()

    const up = await ask('ReadServiceStatus', 'client')
    await utility('goDown')
    const down = await ask('ReadServiceStatus', 'client')

    expect([up.status, up.text]).toEqual([
      200,
      '<ns0:ServiceStatus xmlns:ns0="http://naesb.org/espi"><ns0:currentStatus>1</ns0:currentStatus></ns0:ServiceStatus>',
    ])
    expect(texts(down.text, 'currentStatus')).toEqual(['0'])
    expect((await ask('DownloadSampleData', 'client')).status).toBe(500)
  })

  test('downloads the sample file with a token of the tests, which flips its milestone', async () => {
    const doors = await openDoors({ you: { registration: 'accepted' }, ...town })
    const answer = await doors.token({ grant_type: 'client_credentials' }, { path: testTokenPath })
    const { client_access_token: token } = (await answer.json()) as { client_access_token: string }
    const milestone = () => doors.state(({ registrations, you }) => registrations[you]?.tests.connectivity)
    expect(milestone()).toBeNull()

    const sample = await doors.get(`${resource}/DownloadSampleData`, { headers: { authorization: `Bearer ${token}` } })

    expect(Math.round((await sample.text()).length / 1024)).toBeCloseTo(273, -1)
    expect(milestone()).toBe('2026-03-02T18:00:00.000Z')
  })
})

describe('what customers allowed', () => {
  test('is a feed with the registration and the bulk before it', async () => {
    const { ask, subscription, state } = await dataClient()
    const { applicationId, bulkId } = state(({ registrations, you }) => registrations[you] as never) as Record<
      string,
      string
    >

    const { text } = await ask('Authorization', 'client')

    expect(texts(text, 'resourceURI')).toEqual([
      `${origin}${resource}/ApplicationInformation/${applicationId}`,
      `${origin}${resource}/Batch/Bulk/${bulkId}`,
      `${origin}${resource}/Subscription/${subscription}`,
    ])
    for (const link of links(text, 'self').slice(1))
      expect((await ask(link.slice(origin.length), 'client')).text).toContain('<ns0:Authorization ')
  })

  test('leads with the registration token to the addresses of production', async () => {
    const { ask } = await dataClient()
    const [application = ''] = texts((await ask('Authorization', 'client')).text, 'resourceURI')

    const { status, text } = await ask(application.slice(origin.length), 'registration')

    expect(status).toBe(200)
    expect(texts(text, 'authorizationServerTokenEndpoint')).toEqual([`${origin}/datacustodian/oauth/v2/token`])
    expect(texts(text, 'authorizationServerAuthorizationEndpoint')).toEqual([`${origin}/myAuthorization`])
    expect((await ask(application.slice(origin.length), 'client')).status).toBe(403)
  })

  test('can be deleted for good', async () => {
    const { ask, call, subscription, tokens } = await dataClient()
    const path = `${resource}/Authorization/${subscription}`
    const headers = { authorization: `Bearer ${tokens.client}` }

    const deleted = await call('DELETE', path, undefined, { headers })
    const again = await call('DELETE', path, undefined, { headers })

    expect([deleted.status, again.status]).toEqual([200, 404])
    expect(texts((await ask(path, 'client')).text, 'status')).toEqual(['0'])
    expect((await ask(`Subscription/${subscription}/UsagePoint`)).status).toBe(403)
  })
})

describe('usage points', () => {
  test('are walked from the list down to a day, by the links in the answers', async () => {
    const { ask, subscription, power } = await dataClient()
    const get = (href = '') => ask(`${href.slice(origin.length)}?${week}`)

    const points = await ask(`Subscription/${subscription}/UsagePoint`)
    const [, first = ''] = links(points.text, 'self')
    const readings = await ask(`${first.slice(origin.length)}/MeterReading`)
    const [blocksAt = '', typeAt = '', timeAt = ''] = links(readings.text, 'related')
    const blocks = await get(blocksAt)
    const [, dayAt = ''] = links(blocks.text, 'self')
    const [type, time, day] = [await get(typeAt), await get(timeAt), await get(dayAt)]

    expect(first).toContain(power)
    expect(texts(blocks.text, 'title').slice(1)).toHaveLength(7)
    expect([type.status, time.status, day.status]).toEqual([200, 200, 200])
    expect(texts(type.text, 'intervalLength')).toEqual(['3600'])
    expect(texts(day.text, 'value')).toHaveLength(24)
    expect(blocks.text).toContain(texts(day.text, 'value').slice(-1)[0])
  })

  test('are told with all their data at once, with Batch in the path or dates in the query', async () => {
    const { ask, subscription, power } = await dataClient()

    const batch = await ask(`Batch/Subscription/${subscription}/UsagePoint/${power}?${month}`)
    const sdk = await ask(`Subscription/${subscription}/UsagePoint/${power}?${month}`)

    expect(batch.headers.get('content-type')).toBe('application/atom+xml')
    expect(links(batch.text, 'self')[0]).toBe(
      `${origin}${resource}/Batch/Subscription/${subscription}/UsagePoint/${power}`,
    )
    expect(texts(batch.text, 'value')).toEqual(texts(sdk.text, 'value'))
    expect(batch.text.match(/<ns0:UsageSummary /g)?.length).toBeGreaterThan(0)
    expect((await ask(`Subscription/${subscription}/UsagePoint/${power}`)).text).toMatch(
      /^<ns1:entry .*<ns0:UsagePoint /,
    )
  })

  test('have bills, each of which is found by its own link', async () => {
    const { ask, subscription, gas } = await dataClient()

    const list = await ask(`Subscription/${subscription}/UsagePoint/${gas}/UsageSummary?${month}`)
    const [, href = ''] = links(list.text, 'self')
    const one = await ask(href.slice(origin.length))

    expect(href).toMatch(/UsageSummary\/\d,\d{3},\d{3},\d{3},\d{3}$/)
    expect(texts(one.text, 'billLastPeriod')).toEqual([texts(list.text, 'billLastPeriod')[0]])
    expect((await ask(`Subscription/${subscription}/UsagePoint/${gas}/UsageSummary/1`)).status).toBe(404)
  })

  test('give the same value to an instant whichever way it is asked for', async () => {
    const { ask, subscription, power } = await dataClient()
    const point = `Subscription/${subscription}/UsagePoint/${power}`
    const reading = texts((await ask(`${point}/MeterReading`)).text, 'title').length
    const [href = ''] = links((await ask(`${point}/MeterReading`)).text, 'related')
    const byWeek = (await ask(`Batch/${point}?${week}`)).text
    const values = (text: string) =>
      new Map(
        [...text.matchAll(/<ns0:start>(\d+)<\/ns0:start><\/ns0:timePeriod><ns0:value>(\d+)</g)].map(([, at, value]) => [
          at,
          value,
        ]),
      )

    const ways = await Promise.all([
      ask(`Batch/${point}?published-min=1771660800&published-max=1771747200`),
      ask(`${href.slice(origin.length)}?${month}`),
      ask(`${href.slice(origin.length)}/1771660800`),
      ask(`Batch/${point}?updated-min=2026-02-20T00:00:00Z&updated-max=2026-02-25T00:00:00Z`),
    ])

    expect(reading).toBeGreaterThan(1)
    for (const { text } of ways) {
      const own = values(text)
      const shared = [...values(byWeek)].filter(([at]) => own.has(at))
      expect(shared.length).toBeGreaterThan(20)
      for (const [at, value] of shared) expect(own.get(at)).toBe(value)
    }
  })

  test('show yesterday when no dates are named, once it is published at eight in the evening', async () => {
    const { ask, subscription, power, world } = await dataClient(authorizedTown, { start: '2026-03-03T03:30:00.000Z' })
    const path = `Batch/Subscription/${subscription}/UsagePoint/${power}`

    const before = await ask(path)
    await world.advance('PT30M')
    const after = await ask(path)

    expect([before.status, before.text, before.headers.get('content-type')]).toEqual([204, '', null])
    expect(texts(after.text, 'title').filter((title) => title.startsWith('IntervalBlock'))).toEqual([
      'IntervalBlock_1772352000',
    ])
  })

  test.each([
    ['Batch/Subscription/:s/UsagePoint/:u', 'readings of 2026-03-01 are published on 2026-03-02 at 20:00 Pacific'],
    ['Subscription/:s/UsagePoint/:u/UsageSummary', 'No bills: they are shown to requests for 30 days or more'],
    [
      'Batch/Subscription/:s/UsagePoint/:u?published-min=2026-02-20T08:01:00Z&published-max=2026-02-20T20:00:00Z',
      'no Pacific day begins between the dates',
    ],
    ['Batch/Subscription/:s', 'readings of 2026-03-01 are published on'],
  ])('tell the journal, and not the client, why %s is empty', async (path, why) => {
    const { ask, subscription, power, world } = await dataClient()

    const { status, text } = await ask(path.replace(':s', subscription).replace(':u', power))

    expect([status, text]).toEqual([204, ''])
    expect(world.journal.findings('no-data').last()?.says).toContain(why)
  })

  test('explain nothing where there was simply no service yet', async () => {
    const { ask, subscription, power, world } = await dataClient()
    const dates = 'published-min=2015-01-01T08:00:00Z&published-max=2015-01-02T08:00:00Z'

    expect((await ask(`Batch/Subscription/${subscription}/UsagePoint/${power}?${dates}`)).status).toBe(204)
    expect(world.journal.findings('no-data').count()).toBe(0)
  })

  test('answer with an empty feed where 204 is not yet known', async () => {
    const { ask, subscription, power } = await dataClient(authorizedTown, { dialect: { noData: 'emptyFeed' } })

    const { status, text } = await ask(
      `Batch/Subscription/${subscription}/UsagePoint/${power}?published-min=2015-01-01T08:00:00Z&published-max=2015-01-02T08:00:00Z`,
    )

    expect([status, text]).toEqual([
      200,
      '<ns1:feed xmlns:ns0="http://naesb.org/espi" xmlns:ns1="http://www.w3.org/2005/Atom"/>',
    ])
  })

  test.each([
    ['published-min=yesterday'],
    ['published-min=2026-02-20T08:00:00Z&updated-min=2026-02-20T08:00:00Z'],
    ['published-min=2026-02-20T08:00:00Z&published-max=2026-02-19T08:00:00Z'],
    ['published-min=2026-02-20'],
    ['published-min=2026-02-30T08:00:00Z'],
  ])('refuse the dates %s', async (query) => {
    const { ask, subscription, power } = await dataClient()

    expect(await ask(`Batch/Subscription/${subscription}/UsagePoint/${power}?${query}`)).toMatchObject({
      status: 400,
      text: 'Bad Request',
    })
  })

  test.each([
    [{ dateFormat: 'strict' }, 'published-min=1771660800', 'Bad Request'],
    [
      { maxSyncDays: '31' },
      'published-min=2026-01-01T08:00:00Z&published-max=2026-02-20T08:00:00Z',
      'Date Range Too Large',
    ],
    [{ queryParams: 'strict' }, 'depth=very', 'Bad Request'],
    [{ missingDates: 'error' }, '', 'Bad Request'],
  ])('refuse, by switch %j, what is usual else', async (dialect, query, says) => {
    const strict = await dataClient(authorizedTown, { dialect })
    const usual = await dataClient()
    const path = `Batch/Subscription/${strict.subscription}/UsagePoint/${strict.power}?${query}`

    expect(await strict.ask(path)).toMatchObject({ status: 400, text: says })
    expect([200, 204]).toContain((await usual.ask(path)).status)
  })

  test('show a single resource as a feed where that is wanted', async () => {
    const { ask, subscription, power } = await dataClient(authorizedTown, { dialect: { singleAs: 'feed' } })

    expect((await ask(`Subscription/${subscription}/UsagePoint/${power}`)).text).toMatch(/^<ns1:feed .*<ns1:entry /)
  })

  test('of others are not opened', async () => {
    const given = { customers: { alice: { authorized: true }, bob: { authorized: true } } }
    const { ask, names, state } = await dataClient(given)
    const [, other = ''] = state(({ authorizations }) => Object.keys(authorizations))

    expect((await ask(`Subscription/${other}/UsagePoint`)).status).toBe(403)
    expect((await ask(`Subscription/999999/UsagePoint`)).status).toBe(404)
    expect((await ask(`Subscription/${other}/UsagePoint/${names.agreement['bob.power']}`)).status).toBe(403)
  })
})

describe('data that was not granted is refused:', () => {
  const only = (...dataGroups: ('Usage' | 'Billing' | 'Basic' | 'ProgramEnrollment')[]) => ({
    customers: { alice: { agreements: { power: 'electric' as const }, authorized: { dataGroups } } },
  })

  test.each([
    [['Basic'], 'Batch/Subscription/{s}/UsagePoint/{u}', 403],
    [['Basic'], 'Batch/Subscription/{s}', 403],
    [['Billing'], 'Subscription/{s}/UsagePoint/{u}/MeterReading', 403],
    [['Usage'], 'Batch/RetailCustomer/{s}', 403],
    [['Usage'], 'Batch/RetailDRPrgInfo/{s}', 403],
    [['Basic'], 'Batch/RetailCustomer/{s}', 200],
    [['Basic'], 'Subscription/{s}/UsagePoint', 200],
    [['ProgramEnrollment'], 'Batch/RetailDRPrgInfo/{s}', 200],
  ] as const)('with %j %s answers %i', async (groups, path, status) => {
    const { ask, subscription, power } = await dataClient(only(...groups))

    expect((await ask(path.replace('{s}', subscription).replace('{u}', power))).status).toBe(status)
  })
})

test('each class of token opens its own resources only', async () => {
  const { ask, subscription } = await dataClient()
  const rows = [
    ['ReadServiceStatus', 'client'],
    ['Authorization', 'client'],
    ['LocalTimeParameters', 'access'],
    ['LocalTimeParameters/1', 'access'],
    ['ReadingType', 'access'],
    ['UsagePoint', 'access'],
    [`Subscription/${subscription}/UsagePoint`, 'access'],
    [`Batch/RetailCustomer/${subscription}`, 'access'],
    [`Batch/RetailDRPrgInfo/${subscription}`, 'access'],
  ] as const

  for (const [path, wanted] of rows) {
    const answers = await Promise.all(
      (['access', 'client', 'registration', 'none'] as const).map((token) => ask(path, token)),
    )
    const expected = {
      access: wanted === 'access' ? 200 : 403,
      client: wanted === 'client' ? 200 : 403,
      registration: 403,
      none: 401,
    }
    expect(answers.map(({ status }) => status)).toEqual(Object.values(expected))
  }
})
