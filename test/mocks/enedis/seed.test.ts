import { parse, safeParse } from 'valibot'
import { describe, expect, test } from 'vitest'
import { atClient, checkStep, credentials, given, known } from '../../../mocks/enedis/seed/index.ts'
import {
  clientId,
  consentedStreet,
  dailyPath,
  formerPath,
  openDoors,
  quotidiennePath,
  sandboxId,
  secret,
  street,
  type Told,
} from '../../support/enedis-doors.ts'

const addresses = {
  'data-connect': { http: 'http://localhost:4702', https: 'https://localhost:4712' },
  consent: { http: 'http://localhost:4702', https: 'https://localhost:4712' },
}
const told = (part: Told) =>
  Object.fromEntries(credentials(parse(given, part), addresses).map(({ variable, value }) => [variable, value]))

describe('a story that says nothing', () => {
  test('has a customer with a home who has consented to you', async () => {
    const doors = await openDoors({})

    const answer = await doors.read(dailyPath(doors.prm('claire.home')), await doors.tokenOf())

    expect(answer.status).toBe(200)
  })

  test('has the ten fictitious clients, whose usage points are as their table says', async () => {
    const doors = await openDoors({})
    const point = (prm: string) => doors.state(({ usagePoints }) => usagePoints[prm as keyof typeof usagePoints])

    expect(point('11453290002823')?.commissionedOn).toBe('2019-08-27')
    expect(point('32320647321714')?.flows.consumption?.curve).toEqual([])
    expect([point('10284856584123')?.flows.consumption, point('24880057139941')?.flows.consumption]).toEqual([
      null,
      null,
    ])
    expect(point('42900589957123')?.holesOn).toEqual([2, 3])
    expect(point('12655648759651')?.contracts.map(({ segment }) => segment)).toEqual(['C5', 'P4'])
    expect(point('22516914714270')?.flows.production).toBeNull()
  })

  test('lets v2 and v5 answer, and v4 not', async () => {
    const doors = await openDoors({})

    expect(doors.state(({ service }) => service.generations)).toEqual({ v4: false, v5: true, v2: true })
  })
})

describe('what a client is told', () => {
  test('are the addresses, its two applications, and what it was allowed before the story begins', async () => {
    const doors = await openDoors(consentedStreet)

    const env = told(consentedStreet)

    expect(env).toMatchObject({
      WATTPROOF_ENEDIS_URL: 'https://localhost:4712',
      WATTPROOF_ENEDIS_HTTP_URL: 'http://localhost:4702',
      WATTPROOF_ENEDIS_CLIENT_ID: clientId,
      WATTPROOF_ENEDIS_CLIENT_SECRET: secret,
      WATTPROOF_ENEDIS_SANDBOX_CLIENT_ID: sandboxId,
      WATTPROOF_ENEDIS_PRM_CLAIRE_FLAT: doors.prm('claire.flat'),
    })
    expect(doors.consents()).toMatchObject([
      { authorisationId: env['WATTPROOF_ENEDIS_AUTORISATION_ID_CLAIRE_FLAT'], usagePoint: doors.prm('claire.flat') },
    ])
    expect(env).not.toHaveProperty('WATTPROOF_ENEDIS_PRM_PAUL_HOME')
    expect(env).not.toHaveProperty('WATTPROOF_ENEDIS_ACCESS_TOKEN')
  })

  test('is which generation to use', () => {
    expect(told({})).toMatchObject({ WATTPROOF_ENEDIS_GENERATION: 'v2' })
    expect(told({ generation: 'v5' })).toMatchObject({ WATTPROOF_ENEDIS_GENERATION: 'v5' })
  })

  test('is what browsers come back to, at its own address', () => {
    const { you, sandbox } = atClient(parse(given, { you: { name: 'WATT' } }), 'http://localhost:5000')

    expect(you).toMatchObject({ name: 'WATT', redirectUri: 'http://localhost:5000/callback' })
    expect(sandbox).toMatchObject({ redirectUri: 'http://localhost:5000/callback' })
  })

  test('is a token it has had, and one it may refresh, where the story says so', async () => {
    const customers = { paul: { usagePoints: { home: 'C5' }, consented: { page: 'v1' } } } as const
    const part = { customers, you: { tokenSince: 'PT1H' } }
    const doors = await openDoors(part, { dialect: { generation: 'all' } })
    const env = told(part)

    const own = await doors.read(dailyPath(doors.prm('paul.home')), env['WATTPROOF_ENEDIS_ACCESS_TOKEN'] ?? '')
    const refreshed = await doors.submit('/v1/oauth2/token', {
      ...{ grant_type: 'refresh_token', client_id: clientId, client_secret: secret },
      refresh_token: env['WATTPROOF_ENEDIS_REFRESH_TOKEN_PAUL'] ?? '',
    })

    const { access_token: former } = (await refreshed.json()) as { access_token: string }
    expect([own.status, (await doors.read(formerPath(doors.prm('paul.home')), former)).status]).toEqual([200, 200])
  })

  test('is no secret of an application that Enedis has still to grant', () => {
    expect(told({ you: { life: 'requested' } })).not.toHaveProperty('WATTPROOF_ENEDIS_CLIENT_SECRET')
  })
})

describe('what a story says', () => {
  test('decides the numbers of usage points, and of those it leaves out they go on', async () => {
    const usagePoints = { first: 'C5', own: { prm: '25000000000246' }, second: {} } as const
    const doors = await openDoors({ customers: { claire: { usagePoints } } })

    const prms = ['first', 'own', 'second'].map((name) => doors.prm(`claire.${name}`))

    expect(prms[1]).toBe('25000000000246')
    expect(new Set(prms).size).toBe(3)
    expect(prms.every((prm) => /^250\d{11}$/.test(prm))).toBe(true)
  })

  test('decides which APIs an application has subscribed to', async () => {
    const doors = await openDoors({ ...consentedStreet, you: { apis: ['metering_data_dc'] } })
    const token = await doors.tokenOf()

    const [subscribed, other] = [
      await doors.read(dailyPath(doors.prm('claire.flat')), token),
      await doors.read(quotidiennePath(doors.prm('claire.flat')), token),
    ]

    expect([subscribed.status, other.status]).toEqual([200, 403])
  })

  test('decides what was consented to, since when, and from which day', async () => {
    const about = { usagePoints: ['house'], page: 'v1' as const, data: ['contract' as const] }
    const consented = { ...about, ago: 'P2M', duration: 'P6M', dataFrom: '2026-09-01' }
    const doors = await openDoors({
      customers: { ...street.customers, claire: { ...street.customers.claire, consented } },
    })

    expect(doors.consents()).toMatchObject([
      {
        usagePoint: doors.prm('claire.house'),
        page: 'v1',
        data: ['contract'],
        grantedAt: '2026-08-06T10:00:00.000Z',
        expiresAt: '2027-02-06T11:00:00.000Z',
        dataFrom: '2026-09-01',
      },
    ])
  })

  test.each([
    [{ you: { name: 'Acme énergie' } }, /38 lettres majuscules/],
    [{ you: { name: 'MON ENEDIS' } }, /38 lettres majuscules/],
    [{ customers: { claire: { usagePoints: { home: { segment: 'C4', powerKva: 9 } } } } }, /cannot subscribe to 9 kVA/],
  ] as const)('cannot be %j', async (part, says) => {
    await expect(openDoors(part as Told)).rejects.toThrow(says)
  })

  test.each([
    { customers: { you: {} } },
    { applications: { sandbox: {} } },
    { customers: { claire: { usagePoints: { home: { prm: '123' } } } } },
    { you: { apis: ['metering'] } },
  ])('is refused by its schema: %j', (part) => {
    expect(safeParse(given, part).success).toBe(false)
  })
})

describe('names in a story', () => {
  test('are those of applications, customers and usage points, these short and long', () => {
    expect(known(parse(given, street))).toEqual({
      application: ['you', 'sandbox'],
      customer: ['claire', 'paul'],
      party: ['you'],
      contact: [],
      usagePoint: ['flat', 'claire.flat', 'house', 'claire.house', 'home', 'paul.home'],
    })
  })

  test('of usage points belong to who acts', () => {
    const part = parse(given, street)

    expect(checkStep(part, 'accept', { as: 'claire', usagePoints: ['claire.flat', 'house'] })).toBeUndefined()
    expect(checkStep(part, 'revoke', { as: 'claire', usagePoint: 'paul.home' })).toBe(
      'usage point `paul.home` is not one of `claire`.',
    )
  })
})
