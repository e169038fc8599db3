import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { PgeSettings } from '../../../../mocks/pge/dialect/index.ts'
import type {
  ApplicationView,
  AuthorizationView,
  ClientLevelView,
  CustomerView,
  SeenRegistration,
} from '../../../../mocks/pge/views.ts'
import { applicationEntry } from '../../../../mocks/pge/wire/application-information.ts'
import { authorizationEntry, authorizationFeed } from '../../../../mocks/pge/wire/authorization.ts'
import { encodeBatchList } from '../../../../mocks/pge/wire/batch-list.ts'
import { encodeCustomers } from '../../../../mocks/pge/wire/customer-feed.ts'
import { encodePrograms } from '../../../../mocks/pge/wire/program-feed.ts'
import { encodeServiceStatus } from '../../../../mocks/pge/wire/service-status.ts'
import {
  hasSchemaOf,
  hasXmllint,
  schemaComplaints,
  schemaMissingOf,
  xmllintComplaints,
  xmllintMissing,
} from '../../../support/xsd.ts'
import { origin, settings, sheet, spelled } from './feeds.ts'
import { hasSamples, sample, sampleNames, samplesMissing, shapeOf } from './shape.ts'

const scope = 'FB=1_3_4_5;IntervalDuration=900_3600'
const authorization: AuthorizationView = {
  authorization: { id: '91459', dataGroups: ['Usage', 'Billing', 'Basic'] } as never,
  authorizedPeriod: { start: 1_772_400_000, duration: 0 },
  publishedPeriod: { start: 1_709_328_000, duration: 0 },
  status: 1,
  expiresAt: 1_772_403_600,
  scope,
}
const own: ClientLevelView[] = (['application', 'bulk'] as const).map((kind) => ({
  kind,
  id: kind === 'bulk' ? '50914' : 'a18c7353-2ba4-4a42-8a5e-6e009b64ea73',
  clientId: 'A1b2C3' as never,
  bulkId: '50914',
  applicationId: 'a18c7353-2ba4-4a42-8a5e-6e009b64ea73',
  issuedAt: 1_700_000_000,
  expiresAt: 1_772_403_600,
  scope,
}))
const application: ApplicationView = {
  registration: {
    clientId: 'A1b2C3',
    bulkId: '50914',
    applicationId: 'a18c7353-2ba4-4a42-8a5e-6e009b64ea73',
    company: {
      name: 'Sample & Co',
      displayName: 'Sample Vendor, Inc.',
      phone: '5550100',
      technicalContact: 'ops@example.com',
    },
    notifyUri: 'https://api.example.com/notify',
    portalUri: 'http://api.example.com/portal',
    redirectUri: 'http://api.example.com/callback',
    issuedAt: '2015-10-21T16:21:21.075Z',
  } as unknown as SeenRegistration,
  status: 2,
  scope,
  clientSecret: 'foobar',
  registrationToken: 'd1f35d24-82f9-4a48-a456-aa02823cfcdc',
}
const places = {
  authorize: 'https://sharemydata.pge.com/myAuthorization',
  token: `${origin}/datacustodian/oauth/v2/token`,
  gateway: origin,
  portal: 'https://sharemydata.pge.com',
}
const home = { street: '140 HAN RD', city: 'KING CITY', state: 'CA', zip: '95101' }
const customer: CustomerView = {
  subscription: '91459',
  id: '2262694091',
  accountId: '6621048672',
  name: 'ACME INDUSTRIES',
  account: { number: '1687340014', billingAddress: home },
  agreements: [
    {
      id: '9664421853' as never,
      details: { name: '1112392222', customerClass: 'AGR', status: 'Active', signedAt: 1_376_550_000 },
      location: { id: '8894590705', place: { address: home, outageBlock: '' } },
      meters: [{ type: 'EMTR 12S/XP/CL200/3W/5Dials', serialNumber: '1121183459', intervalLength: 900 }],
      programs: [
        {
          name: 'Peak Day Pricing',
          enrollmentStatus: 'enrolled',
          description: 'https://www.pge.com/pdp',
          dates: [{ kind: 'enrolled', at: 1_376_550_000 }],
          capacityReservation: { powerOfTenMultiplier: 3, uom: 38, value: 50 },
        },
      ],
    },
  ],
}

const alone = { alone: true }
const authorizationAlone = (dialect: PgeSettings) => authorizationEntry(authorization, sheet(dialect), dialect, alone)
const applicationAlone = (dialect: PgeSettings) =>
  applicationEntry(application, { places, sheet: sheet(dialect), dialect }, alone)
const customers = (dialect = settings(), who = customer) =>
  spelled(encodeCustomers(sheet().at.retailCustomer('91459'), [who], sheet(), dialect))

describe.runIf(hasSamples)('has the shape of the one captured:', () => {
  const old = settings('pge-2015')

  test('an Authorization', () => {
    expect(shapeOf(authorizationAlone(old))).toEqual(shapeOf(sample('authorization-2015-millisecond-bug')))
  })

  test('ApplicationInformation', () => {
    expect(shapeOf(applicationAlone(old))).toEqual(shapeOf(sample('application-information')))
  })

  test('ApplicationInformation, as to its elements, in the spelling of today', () => {
    const elements = (text: string) => [...text.matchAll(/<(ns\d:\w+)/g)].map(([, name]) => name)

    expect(elements(applicationAlone(settings()))).toEqual(elements(sample('application-information')))
  })

  test('a notification', () => {
    const text = encodeBatchList(
      [sheet().at.bulk('34082'), sheet().at.bulk('34082')].map((at) => `${at}?correlationID=1`),
    )

    expect(shapeOf(text)).toEqual(shapeOf(sample('notification')))
  })

  test('a customer feed', () => {
    // The capture has no billing address, though PG&E tells of one since June 2018.
    const captured = customers().replace(/<contactInfo>.*?<\/contactInfo>/, '')

    expect(captured).not.toBe(customers())
    expect(shapeOf(captured)).toEqual(shapeOf(sample('retail-customer-feed')))
  })

  test('and there is none besides that nothing is compared with', () => {
    const usageFeeds = ['electric-day', 'gas-day', 'dst-day'].map((day) => `usage-feed-${day}`)
    const here = ['authorization-2015-millisecond-bug', 'application-information', 'notification']

    expect(sampleNames().sort()).toEqual(
      [...usageFeeds, ...here, 'usage-summaries', 'retail-customer-feed'].map((name) => `${name}.xml`).sort(),
    )
  })
})
if (!hasSamples) console.error(samplesMissing)

describe.runIf(hasSchemaOf('pge'))('is valid by the schema:', () => {
  test.each([
    ['an Authorization', authorizationAlone(settings())],
    [
      'the feed of authorizations',
      spelled(authorizationFeed({ own, customers: [authorization] }, sheet(), settings())),
    ],
    ['ApplicationInformation', applicationAlone(settings())],
    ['ApplicationInformation of 2015', applicationAlone(settings('pge-2015'))],
    ['a notification', encodeBatchList([sheet().at.bulk('34082')])],
    ['the service status', encodeServiceStatus(1, settings())],
    [
      'the service status in a default namespace',
      encodeServiceStatus(0, settings('pge-2023', { serviceStatusNamespace: 'default' })),
    ],
    ['a customer feed', customers()],
    ['a program feed', spelled(encodePrograms(sheet().at.retailCustomer('91459'), [customer], sheet()))],
  ])('%s', (_, text) => {
    expect(schemaComplaints(text, 'pge')).toEqual([])
  })

  test.each([
    [
      'milliseconds',
      authorizationAlone(settings('pge-2015', { authMsBug: 'on', indefinite: 'farFuture' })).replace(
        '<ns0:duration>0<',
        '<ns0:duration>251963658000000<',
      ),
    ],
    ['mainAddress in an account', customers(settings('pge-2023', { billingAddress: 'mainAddress' }))],
  ])('and not so with %s', (_, text) => {
    expect(schemaComplaints(text, 'pge')).not.toEqual([])
  })
})
if (!hasSchemaOf('pge')) console.error(schemaMissingOf('pge'))

test.runIf(hasSchemaOf('pge') && hasXmllint())('xmllint tells the valid from the others, and says which', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wattproof-xmllint-'))
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const valid = file('valid.xml', customers())
  const broken = file('broken.xml', customers(settings('pge-2023', { billingAddress: 'mainAddress' })))

  const complaints = [xmllintComplaints([valid], 'pge'), xmllintComplaints([valid, broken], 'pge')]

  rmSync(folder, { recursive: true })
  expect(complaints[0]).toEqual([])
  expect(complaints[1]?.join('\n')).toContain('broken.xml')
  expect(complaints[1]?.join('\n')).not.toContain('/valid.xml')
})
if (!hasXmllint()) console.error(xmllintMissing)

describe('an Authorization', () => {
  test('tells seconds, or milliseconds but for the expiry', () => {
    expect(authorizationAlone(settings())).toContain('<ns0:start>1772400000</ns0:start>')
    const old = authorizationAlone(settings('pge-2023', { authMsBug: 'on' }))
    expect(old).toContain('<ns0:start>1772400000000</ns0:start>')
    expect(old).toContain('<ns0:expires_at>1772403600</ns0:expires_at>')
  })

  test('leads to customer data only where some was granted', () => {
    const usageOnly = { ...authorization, authorization: { id: '91459', dataGroups: ['Usage'] } as never }

    expect(authorizationAlone(settings())).toContain('/Batch/RetailCustomer/91459</ns0:customerResourceURI>')
    expect(authorizationEntry(usageOnly, sheet(), settings())).not.toContain('customerResourceURI')
  })

  test('of the client itself leads to its registration, and the second to its bulk', () => {
    const feed = spelled(authorizationFeed({ own, customers: [authorization] }, sheet(), settings()))
    const uris = [...feed.matchAll(/<ns0:resourceURI>[^<]*resource([^<]*)</g)].map(([, uri]) => uri)

    expect(uris).toEqual([
      '/ApplicationInformation/a18c7353-2ba4-4a42-8a5e-6e009b64ea73',
      '/Batch/Bulk/50914',
      '/Subscription/91459',
    ])
  })
})

test('what a customer did not grant is not in the feed', () => {
  const [agreement] = customer.agreements
  const basic = { ...customer, account: null, agreements: [{ ...agreement, details: null, meters: [] } as never] }

  const text = customers(settings(), basic)

  expect([...text.matchAll(/<ns2:content><(\w+)>/g)].map(([, name]) => name)).toEqual(['Customer', 'ServiceLocation'])
})
