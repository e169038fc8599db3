import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { clientSecretOf } from '../../../mocks/pge/domain/secrets.ts'
import { checkStep, credentials, given, known } from '../../../mocks/pge/seed/index.ts'
import { refusedBy, shareMyData, type Told } from '../../support/pge.ts'

const addresses = { api: { http: 'http://localhost:4704', https: 'https://localhost:4714' } }
const variables = (told: Told) => credentials(v.parse(given, told), addresses, {}).map(({ variable }) => variable)

describe('a story that says nothing', () => {
  test('has a customer with power and gas who has authorized you', () => {
    const smd = shareMyData({})

    expect(smd.standing()).toBe('approved')
    expect(smd.authorizations()).toMatchObject([{ status: 1, authorization: { how: 'online' } }])
    expect(smd.authorizations()[0]?.authorization.agreements).toEqual([
      smd.agreement('alice.power'),
      smd.agreement('alice.gas'),
    ])
    expect(smd.refresh(smd.held('alice')).class).toBe('access')
  })

  test('gives ids as PG&E writes them', () => {
    const smd = shareMyData({})
    const state = smd.read((all) => JSON.parse(JSON.stringify(all)) as typeof all)
    const [agreement] = Object.values(state.agreements)
    const [customer] = Object.values(state.customers)

    expect([agreement?.id, agreement?.name, customer?.accountId].every((id) => /^\d{10}$/.test(id ?? ''))).toBe(true)
    expect(customer?.accountNumber).toMatch(/^\d{10}-\d$/)
    expect(smd.registration().bulkId).toMatch(/^\d{5}$/)
    expect(smd.registration().applicationId).toMatch(/^[0-9a-f-]{36}$/)
    expect(Object.keys(state.authorizations)[0]).toMatch(/^\d{5,7}$/)
    expect(agreement?.address).toMatchObject({ state: 'CA', zip: expect.stringMatching(/^9[3-6]\d{3}$/) as string })
  })
})

describe('what a story says', () => {
  test.each(['2027-02-29', '2027-04-31'])('may not be a day that the calendar lacks, such as %s', (endsOn) => {
    const told = { customers: { alice: { agreements: { power: 'electric' as const }, authorized: { endsOn } } } }

    expect(
      v
        .safeParse(given, told)
        .issues?.flatMap(({ issues }) => issues ?? [])
        .map(({ message }) => message),
    ).toEqual(expect.arrayContaining(['The calendar has no such day.']))
  })

  test('decides how meters measure', () => {
    const agreements = {
      home: 'electric',
      shop: { class: 'COM/IND' },
      roof: { generation: 'separate' },
      barn: { generation: 'net', metering: 'quarter-hourly' },
      old: { metering: 'bill only' },
      heat: 'gas',
    } as const
    const smd = shareMyData({ customers: { alice: { agreements } } })
    const metering = (name: string) =>
      smd.read((state) => state.meters[state.names.meter[`alice.${name}.main`] as never])?.metering

    expect(metering('home')).toEqual({ kind: 'electric', intervalSeconds: 3600, flows: 'delivered' })
    expect(metering('shop')).toMatchObject({ intervalSeconds: 900 })
    expect(metering('roof')).toMatchObject({ flows: 'deliveredAndReceived' })
    expect(metering('barn')).toEqual({ kind: 'electric', intervalSeconds: 900, flows: 'net' })
    expect([metering('old'), metering('heat')]).toEqual([{ kind: 'billOnly', commodity: 'electric' }, { kind: 'gas' }])
  })

  test('may date an authorization back, and choose what it holds', () => {
    const authorized = { ago: 'P6M', agreements: ['power'], dataGroups: ['Usage' as const], endsOn: 'P1M' }
    const agreements = { power: 'electric', gas: 'gas' } as const
    const smd = shareMyData({ customers: { alice: { agreements, authorized }, bob: { agreements } } })

    expect(smd.authorizations()[0]?.authorization).toMatchObject({
      grantedAt: '2025-09-02T18:00:00.000Z',
      agreements: [smd.agreement('alice.power')],
      dataGroups: ['Usage'],
      endsOn: '2026-04-02',
    })
    smd.pass('P32D')
    expect(smd.notices().map(({ why }) => why)).toEqual(['its end date was reached'])
  })

  test('gives tests that were passed before', () => {
    const smd = shareMyData({ you: { registration: 'accepted', testsPassed: ['connectivity'] } })

    expect(Object.entries(smd.registration().tests).filter(([, at]) => at !== null)).toHaveLength(1)
  })
})

describe('names', () => {
  test('are known by themselves and with their owners', () => {
    const told = v.parse(given, { customers: { alice: { agreements: { power: 'electric' } } } })

    expect(known(told)).toEqual({
      thirdParty: ['you'],
      customer: ['alice'],
      agreement: ['alice.power', 'power'],
      meter: ['alice.power.main', 'power.main', 'main'],
    })
  })

  test('mean the own thing of whoever acts, and must be clear elsewhere', () => {
    const agreements = { power: 'electric' } as const
    const smd = shareMyData({ customers: { alice: { agreements }, bob: { agreements } } })

    smd.authorize('bob', { agreements: ['power'] })
    expect(smd.authorizations()[0]?.authorization.agreements).toEqual([smd.agreement('bob.power')])
    expect(refusedBy(() => smd.operate('shutOff', { agreement: 'power' }))).toContain('alice.power')
    expect(refusedBy(() => smd.operate('shutOff', { agreement: 'powr' }))).toContain('Did you mean "power"?')
  })

  test.each([
    [{ as: 'alice', agreements: ['gas'] }, 'agreement `gas` is not one of `alice`.'],
    [{ as: 'alice', agreement: 'alice.power' }, undefined],
    [{ as: 'alice', agreement: 'power' }, undefined],
    [{ agreement: 'gas' }, undefined],
  ])('are checked in a step: %j', (args, complaint) => {
    const told = v.parse(given, {
      customers: { alice: { agreements: { power: 'electric' } }, bob: { agreements: { gas: 'gas' } } },
    })

    expect(checkStep(told, 'authorize', args)).toBe(complaint)
  })

  test('leave "you" to the integrator', () => {
    expect(() => v.parse(given, { thirdParties: { you: {} } })).toThrow('it is yours')
  })
})

describe('credentials', () => {
  test('hold the addresses, the client and the tokens it has had', () => {
    expect(variables({})).toEqual([
      'WATTPROOF_PGE_URL',
      'WATTPROOF_PGE_HTTP_URL',
      'WATTPROOF_PGE_PAGES_URL',
      'WATTPROOF_PGE_CLIENT_ID',
      'WATTPROOF_PGE_CLIENT_SECRET',
      'WATTPROOF_PGE_REGISTRATION_TOKEN',
      'WATTPROOF_PGE_REFRESH_TOKEN_ALICE',
    ])
  })

  test('hold none before acceptance, and no customer’s for a community', () => {
    expect(variables({ you: { registration: 'registered' }, customers: {} })).toEqual([
      'WATTPROOF_PGE_URL',
      'WATTPROOF_PGE_HTTP_URL',
      'WATTPROOF_PGE_PAGES_URL',
    ])
    expect(variables({ you: { userType: 'cca' } })).not.toContain('WATTPROOF_PGE_REFRESH_TOKEN_ALICE')
  })

  test('are those that the endpoint knows', () => {
    const told: Told = { you: { clientId: 'Zebra99' } }
    const secret = credentials(v.parse(given, told), addresses, {}).find(({ variable }) => variable.endsWith('SECRET'))

    expect(secret?.value).toBe(clientSecretOf('Zebra99'))
    expect(shareMyData(told).clientToken().class).toBe('client')
  })
})
