import { describe, expect, test } from 'vitest'
import { hasSwagger, swaggerComplaints, swaggerMissing, type Resource } from '../../../support/data-connect-swagger.ts'
import { claireAt, openApis, type Apis } from '../../../support/enedis-apis.ts'

const paths = {
  identity: '/customers_i/v5/identity',
  contact_data: '/customers_cd/v5/contact_data',
  addresses: '/customers_upa/v5/usage_points/addresses',
  contracts: '/customers_upc/v5/usage_points/contracts',
} as const satisfies Partial<Record<Resource, string>>
type Kind = keyof typeof paths
const kinds = Object.keys(paths) as Kind[]

const sandra = {
  customers: {
    claire: {
      number: '1358019319',
      identity: { kind: 'naturalPerson', title: 'MME', firstName: 'SANDRA', lastName: 'EXEMPLE' },
      email: 'sandra@example.com',
      landline: '0499990001',
      address: { numberAndStreet: '1 RUE DE LA MER', postalCode: '34650', city: 'LUNAS', inseeCode: '34144' },
      usagePoints: {
        home: {
          prm: '25000000000246',
          segment: 'C5',
          powerKva: 9,
          calendar: 'HPHC',
          offPeak: 'HC (22H38-6H38)',
          commissionedOn: '2013-08-14',
        },
      },
      consented: true,
    },
  },
} as const

const ask = (apis: Apis, kind: Kind) => apis.read(paths[kind], { usage_point_id: apis.prm() })
const told = async (apis: Apis, kind: Kind) => (await (await ask(apis, kind)).json()) as Record<string, unknown>
const pointOf = async (apis: Apis, kind: 'addresses' | 'contracts') =>
  ((await told(apis, kind)) as { customer: { usage_points: [Record<string, Record<string, unknown>>] } }).customer
    .usage_points[0]

describe('customer data of v5', () => {
  test('say who the holder is, a person or a company', async () => {
    const [person, company] = [
      await openApis(sandra),
      await openApis({ customers: { claire: { kind: 'legalEntity', consented: true } } }),
    ]

    expect(await told(person, 'identity')).toEqual({
      customer_id: '1358019319',
      identity: { natural_person: { title: 'Mme', firstname: 'SANDRA', lastname: 'EXEMPLE' } },
    })
    expect(await told(company, 'identity')).toMatchObject({
      identity: { legal_entity: { siret_number: expect.stringMatching(/^\d{14}$/) as string } },
    })
  })

  test('say how to reach them, under the key of captures or that of the documents', async () => {
    const asDocumented = await openApis(sandra, { dialect: { contactKey: 'contact' } })
    const contact = { phone: '0499990001', email: 'sandra@example.com' }

    expect(await told(await openApis(sandra), 'contact_data')).toEqual({
      customer_id: '1358019319',
      contact_data: contact,
    })
    expect(await told(asDocumented, 'contact_data')).toEqual({ customer_id: '1358019319', contact })
  })

  test('say where the usage point is', async () => {
    const { usage_point } = await pointOf(await openApis(sandra), 'addresses')

    expect(usage_point).toMatchObject({
      usage_point_id: '25000000000246',
      usage_point_status: 'com',
      meter_type: 'AMM',
      usage_point_addresses: {
        street: '1 RUE DE LA MER',
        postal_code: '34650',
        insee_code: '34144',
        city: 'LUNAS',
        country: 'France',
      },
    })
  })

  test('say what the contract is', async () => {
    expect(await pointOf(await openApis(sandra), 'contracts')).toEqual({
      usage_point: { usage_point_id: '25000000000246', usage_point_status: 'com', meter_type: 'AMM' },
      contracts: {
        segment: 'C5',
        subscribed_power: '9 kVA',
        last_activation_date: '2013-08-14+01:00',
        distribution_tariff: 'BTINFMU4',
        offpeak_hours: 'HC (22h38-6h38)',
        contract_type: 'Contrat GRD-F',
        contract_status: 'SERVC',
        last_distribution_tariff_change_date: '2013-08-14+01:00',
      },
    })
  })

  test('follow what Enedis changes', async () => {
    const apis = await openApis(claireAt({ consumption: { curve: 'never' }, meter: { type: 'CBE' } }))

    await apis.utility('changeTerms', {
      usagePoint: 'claire.home',
      powerKva: 12,
      tariff: 'BTINFCUST',
      on: '2026-10-01',
    })
    await apis.utility('setServicesLevel', { usagePoint: 'claire.home', level: '0' })

    expect(await pointOf(apis, 'contracts')).toMatchObject({
      usage_point: { usage_point_status: 'no_com', meter_type: 'CBE' },
      contracts: {
        subscribed_power: '12 kVA',
        distribution_tariff: 'BTINFCUST',
        last_distribution_tariff_change_date: '2026-10-01+01:00',
      },
    })
  })

  test('spell a meter that does not communicate as captures do, if so told', async () => {
    const told = claireAt({ consumption: { curve: 'never' } })
    const apis = await openApis(told, { dialect: { notCommunicating: 'no com' } })

    await apis.utility('setServicesLevel', { usagePoint: 'claire.home', level: '0' })

    expect((await pointOf(apis, 'addresses'))['usage_point']).toMatchObject({ usage_point_status: 'no com' })
  })

  test('tell as the last activation the day before which measures are refused', async () => {
    const apis = await openApis(claireAt({ movedIn: '2026-08-15' }))
    const daily = (start: string) =>
      apis.read('/metering_data_dc/v5/daily_consumption', { usage_point_id: apis.prm(), start, end: '2026-09-01' })

    const { contracts } = await pointOf(apis, 'contracts')

    expect(contracts).toMatchObject({ last_activation_date: '2026-08-15+01:00' })
    expect([(await daily('2026-08-14')).status, (await daily('2026-08-15')).status]).toEqual([400, 200])
  })

  test.each(kinds)('know nobody at a point that only produces: %s', async (kind) => {
    const apis = await openApis(claireAt({ consumption: null, production: {} }))

    const answer = await ask(apis, kind)

    expect([answer.status, await answer.json()]).toEqual([
      404,
      { error: 'STM-ERR-0000019', error_description: 'Unknown or unauthorized user.' },
    ])
  })

  test.each(kinds)('are refused where the consent is for measures alone: %s', async (kind) => {
    const apis = await openApis(claireAt({}, { data: ['dailyEnergy', 'loadCurve'] }))

    expect((await ask(apis, kind)).status).toBe(403)
  })

  test.each([
    [undefined, 'usage_point_id parameter is required.'],
    ['1234', 'usage_point_id parameter must be 14 digits long.'],
  ])('need a usage point: not %s', async (usage_point_id, error_description) => {
    const apis = await openApis()

    const answer = await apis.read(paths.identity, { usage_point_id })

    expect([answer.status, await answer.json()]).toEqual([400, { error: 'Invalid_request', error_description }])
  })

  test.runIf(hasSwagger).each(kinds)('are valid by their documents: %s', async (kind) => {
    const apis = await openApis(sandra, { preset: 'documents' })

    const body = await (await ask(apis, kind)).text()

    expect(swaggerComplaints(kind, body)).toEqual([])
  })
})

if (!hasSwagger) console.error(swaggerMissing)
