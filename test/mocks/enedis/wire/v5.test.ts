import { describe, expect, test } from 'vitest'
import { settingsOf } from '../../../../src/contract/dialect.ts'
import { dialect, type EnedisSettings } from '../../../../mocks/enedis/dialect/index.ts'
import type { ContractView, CurvePoint, PlaceView, SeenCustomer } from '../../../../mocks/enedis/views/index.ts'
import {
  encodeAddresses,
  encodeContact,
  encodeContracts,
  encodeIdentity,
} from '../../../../mocks/enedis/wire/v5/customer.ts'
import { encodeDailyEnergy, encodeLoadCurve, encodeMaxPower } from '../../../../mocks/enedis/wire/v5/readings.ts'
import {
  capturedCurve,
  captureMissing,
  hasCapture,
  hasSwagger,
  shapeOf,
  swaggerComplaints,
  swaggerMissing,
  type Resource,
} from '../../../support/data-connect-swagger.ts'

const settings = (chosen: Partial<EnedisSettings> = {}) =>
  ({ ...settingsOf(dialect), ...chosen }) as unknown as EnedisSettings

const usagePoint = '25000000000246' as PlaceView['usagePoint']
const window = { usagePoint, from: '2026-06-01', until: '2026-06-03' }
const days = [
  { day: '2026-06-01', energyWh: 11776 },
  { day: '2026-06-02', energyWh: 0 },
]
const point = (stamp: string, watts: number, minutes: CurvePoint['minutes'] = 30): CurvePoint => {
  return { stamp, startsAt: 0, minutes, energyWh: (watts * minutes) / 60, watts, nature: 'B' }
}
const curve = [
  point('2026-06-01 00:30:00', 412),
  point('2026-06-02 00:00:00', 520),
  point('2026-06-02 01:00:00', 9, 60),
]

const person: SeenCustomer = {
  id: '1358019319' as SeenCustomer['id'],
  identity: { kind: 'naturalPerson', title: 'MME', firstName: 'SANDRA', lastName: 'EXEMPLE' },
  email: 'sandra@example.com',
  mobile: '0639980001',
  landline: '0499990001',
  mailingAddress: {} as never,
}
const company: SeenCustomer = {
  ...person,
  identity: {
    kind: 'legalEntity',
    name: 'BOULANGERIE EXEMPLE',
    tradingName: 'AU BON PAIN',
    industry: 'Boulangerie et boulangerie-pâtisserie',
    businessCode: '1071C',
    siret: '00012345600014',
  },
}
const at = { customer: person.id, usagePoint, communicates: true, meterType: 'AMM' } as const
const address: PlaceView['address'] = {
  staircaseFloorApartment: 'ESC B ETG 3 APT 12',
  building: null,
  numberAndStreet: '2 BIS RUE DES LILAS',
  locality: 'LIEU DIT LE MOULIN',
  postalCode: '84160',
  city: 'CADENET',
  inseeCode: '84026',
  geoPoint: { latitude: '43.7349', longitude: '5.3747', altitude: '148' },
}
const contract: ContractView['contract'] = {
  segment: 'C5',
  type: 'GRD-F',
  state: 'SERVC',
  subscribedPowerKva: 9,
  distributionTariff: 'BTINFMU4',
  tariffSince: '2017-05-25',
  offPeak: 'HC (23h00-7h30)',
  activatedOn: '2013-08-14',
}

const bodies: Readonly<Record<string, [Resource, string]>> = {
  'daily-consumption': ['daily_consumption', encodeDailyEnergy(window, days)],
  'daily-production': ['daily_production', encodeDailyEnergy(window, days)],
  'consumption-load-curve': ['consumption_load_curve', encodeLoadCurve(window, curve)],
  'production-load-curve': ['production_load_curve', encodeLoadCurve(window, curve)],
  'daily-consumption-max-power': [
    'daily_consumption_max_power',
    encodeMaxPower(window, [{ stamp: '2026-06-01 19:02:41', voltAmperes: 4321 }]),
  ],
  'identity-person': ['identity', encodeIdentity(person)],
  'identity-company': ['identity', encodeIdentity(company)],
  'contact-data': ['contact_data', encodeContact(person, settings())],
  'contact-data.contact': ['contact_data', encodeContact(person, settings({ contactKey: 'contact' }))],
  addresses: ['addresses', encodeAddresses({ ...at, address }, settings())],
  'addresses-sparse': [
    'addresses',
    encodeAddresses({ ...at, address: { ...address, locality: null, geoPoint: null } }, settings()),
  ],
  contracts: ['contracts', encodeContracts({ ...at, contract }, settings())],
  'contracts-without-off-peak': [
    'contracts',
    encodeContracts({ ...at, contract: { ...contract, distributionTariff: 'BTINFCUST', offPeak: null } }, settings()),
  ],
  'contracts-no-com': [
    'contracts',
    encodeContracts({ ...at, communicates: false, meterType: 'CBE', contract }, settings()),
  ],
}

describe('spells each body of v5 as promised', () => {
  test.each(Object.entries(bodies))('%s', async (name, [, body]) => {
    await expect(`${body}\n`).toMatchFileSnapshot(`../../../golden/enedis/v5/${name}.json`)
  })
})

test('leaves out what is not known of a customer', () => {
  const quiet = { ...person, landline: null, email: null }

  expect(encodeContact(quiet, settings())).toBe('{"customer_id":"1358019319","contact_data":{}}')
})

test('calls a professional Linky by the only name that v5 has for one', () => {
  expect(encodeContracts({ ...at, meterType: 'LINKYPRO', contract }, settings())).toContain('"meter_type":"LINKY"')
})

describe.runIf(hasSwagger)('is valid by Enedis’s documents of v5', () => {
  test.each(Object.entries(bodies).filter(([name]) => name !== 'contact-data'))('%s', (_, [resource, body]) => {
    expect(swaggerComplaints(resource, body)).toEqual([])
  })

  test('but for the names and words that captures have instead, by their switches', () => {
    const [, captured] = bodies['contact-data'] as [Resource, string]
    const { notCommunicating } = settings({ notCommunicating: 'no com' })
    const noCom = encodeContracts({ ...at, communicates: false, contract }, { notCommunicating })

    expect(swaggerComplaints('contact_data', captured)).toEqual(['body.contact_data is not declared'])
    expect(swaggerComplaints('contracts', noCom)).toEqual([
      'body.customer.usage_points[0].usage_point.usage_point_status is no com, not one of com, no_com',
    ])
  })

  test('and the documents refuse what is not', () => {
    const body = encodeDailyEnergy(window, days)

    expect(swaggerComplaints('daily_consumption', body.replace('"11776"', '11776'))).toEqual([
      'body.meter_reading.interval_reading[0].value is no string',
    ])
    expect(swaggerComplaints('daily_consumption', body.replace('"unit":"Wh",', ''))).toEqual([
      'body.meter_reading.reading_type.unit is missing',
    ])
  })
})

if (!hasSwagger) console.error(swaggerMissing)

test.runIf(hasCapture)('looks like the load curve that was captured, name by name', () => {
  const own: unknown = JSON.parse(encodeLoadCurve(window, curve))

  expect(shapeOf(own)).toEqual(shapeOf(capturedCurve()))
})

if (!hasCapture) console.error(captureMissing)
