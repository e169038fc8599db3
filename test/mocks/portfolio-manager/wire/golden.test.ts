import { describe, expect, test } from 'vitest'
import { encodeAccount } from '../../../../mocks/portfolio-manager/wire/account.ts'
import { encodeBillboardMetrics } from '../../../../mocks/portfolio-manager/wire/billboard.ts'
import { encodeMeterData } from '../../../../mocks/portfolio-manager/wire/consumption.ts'
import { encodeCustomField, encodeCustomFieldList } from '../../../../mocks/portfolio-manager/wire/custom-field.ts'
import { encodeCustomer } from '../../../../mocks/portfolio-manager/wire/customer.ts'
import { encodeDone, encodeError, encodeLinks, encodeOk } from '../../../../mocks/portfolio-manager/wire/envelope.ts'
import { encodeExchangeSettings } from '../../../../mocks/portfolio-manager/wire/exchange-settings.ts'
import { changeLinks, linkTo, listed, pageLinks } from '../../../../mocks/portfolio-manager/wire/links.ts'
import { encodeMeter } from '../../../../mocks/portfolio-manager/wire/meter.ts'
import { encodeHierarchy } from '../../../../mocks/portfolio-manager/wire/hierarchy.ts'
import {
  encodeIdentifier,
  encodeIdentifiers,
  encodeIdentifierTypes,
} from '../../../../mocks/portfolio-manager/wire/identifier.ts'
import { encodeMetrics } from '../../../../mocks/portfolio-manager/wire/metrics.ts'
import { encodeNotifications } from '../../../../mocks/portfolio-manager/wire/notification.ts'
import {
  encodePendingAccounts,
  encodePendingMeters,
  encodePendingProperties,
} from '../../../../mocks/portfolio-manager/wire/pending-lists.ts'
import { encodePropertyUse, encodeUseDetails } from '../../../../mocks/portfolio-manager/wire/property-use.ts'
import { encodeBuilding, encodeProperty } from '../../../../mocks/portfolio-manager/wire/property.ts'
import { hasSchema, schemaComplaints, schemaMissing } from '../../../support/xsd.ts'
import { identifierTypes } from '../../../../mocks/portfolio-manager/vocabulary/identifiers.ts'
import { dataBodies } from './data-bodies.ts'
import * as sample from './sample.ts'
import * as parts from './sample-parts.ts'

const { account, connection, meter, meterShare, nrcan, property, propertyShare, settings, wasteMeter } = sample
const owner = account
const dates = { startDate: '2020-01-01' }

const bodies: Record<string, string> = {
  account: encodeAccount(account),
  customer: encodeCustomer(account),
  'customer-list': encodeLinks([listed.customer(account)]),
  'data-exchange-settings': encodeExchangeSettings({
    supportedMeterTypes: ['Electric', 'Natural Gas'],
    termsOfUse: { kind: 'url', url: 'https://acme.example/terms' },
  }),
  'data-exchange-settings-never-set': encodeExchangeSettings({
    supportedMeterTypes: null,
    termsOfUse: { kind: 'none' },
  }),
  'custom-field': encodeCustomField(sample.customField),
  'custom-field-list': encodeCustomFieldList({ 'Account number': 'A-1 & 2', Region: '' }),
  'custom-field-links': encodeLinks([listed.customField(sample.customField)]),
  'pending-accounts': encodePendingAccounts({ items: [{ account, connection }], page: 1, next: 2 }, settings),
  'pending-accounts-last-page': encodePendingAccounts(
    { items: [{ account, connection }], page: 2, previous: 1 },
    settings,
  ),
  'pending-accounts-none': encodePendingAccounts({ items: [], page: 1 }, settings),
  'pending-properties': encodePendingProperties(
    { items: [{ property, owner, share: propertyShare }], page: 2, next: 3, previous: 1 },
    settings,
  ),
  'pending-meters': encodePendingMeters(
    {
      items: [
        { meter, property, owner, share: meterShare },
        { meter: wasteMeter, property, owner, share: { ...meterShare, item: wasteMeter.id } },
      ],
      page: 1,
    },
    settings,
  ),
  'pending-properties.nrcan': encodePendingProperties(
    { items: [{ property, owner, share: propertyShare }], page: 1 },
    nrcan,
  ),
  property: encodeProperty({ property, accessLevel: 'Read Write' }, settings),
  building: encodeBuilding({ property, accessLevel: 'Read' }, settings),
  'billboard-metrics': encodeBillboardMetrics(['score', 'siteTotal']),
  'property-list': encodeLinks([listed.property(property, settings)]),
  'property-list.building': encodeLinks([listed.property(property, { legacyBuildingLinks: 'on' })]),
  'property-created': encodeDone({ id: property.id, links: [linkTo.property(property)] }),
  meter: encodeMeter({ meter, accessLevel: 'Read' }, settings),
  'waste-meter': encodeMeter({ meter: wasteMeter, accessLevel: 'Read Write' }, settings),
  'meter-list': encodeLinks([listed.meter(meter)]),
  'list-empty': encodeLinks([]),
  'consumption-data': encodeMeterData(
    { kind: 'consumption', entries: { items: [sample.consumption], page: 2, next: 3, previous: 1 } },
    {
      links: pageLinks(
        { next: 3, previous: 1 },
        { path: '/meter/400301/consumptionData', query: dates, httpMethod: 'get' },
      ),
      settings,
    },
  ),
  'consumption-data-deliveries': encodeMeterData(
    { kind: 'delivery', entries: { items: [sample.delivery], page: 1 } },
    { links: [], settings },
  ),
  'notification-list': encodeNotifications([sample.notice], settings),
  'notification-list.nrcan': encodeNotifications([sample.notice], nrcan),
  metrics: encodeMetrics(
    [
      { name: 'propertyDataAdministratorAccountId', id: '1489', dataType: 'numeric', value: '200102' },
      { name: 'score', id: '438', uom: 'Score', dataType: 'numeric', value: null },
    ],
    { property: property.id, year: 2026, month: 2, system: 'EPA' },
    settings,
  ),
  'property-use': encodePropertyUse({ use: parts.use, details: parts.details }, settings),
  'property-use-list': encodeLinks([listed.propertyUse(parts.use)]),
  'use-details': encodeUseDetails(parts.details),
  identifiers: encodeIdentifiers(parts.identifiers),
  identifier: encodeIdentifier(parts.identifiers[0] as (typeof parts.identifiers)[number]),
  'identifier-types': encodeIdentifierTypes(identifierTypes.property),
  'identifier-created': encodeDone({
    id: '900801',
    links: [linkTo.identifier({ property: property.id }, parts.identifiers[0]?.id ?? ('' as never))],
  }),
  hierarchy: encodeHierarchy(parts.hierarchy),
  'what-changed': encodeLinks([
    listed.consumptionData(meter),
    ...changeLinks(
      { next: '400301', previous: '400300' },
      { path: '/customer/1/meter/consumptionData/whatChanged', date: '2026-03-01' },
    ),
  ]),
  ...dataBodies,
  'response-ok': encodeOk(),
  'response-error': encodeError({ number: '-200', description: "The request doesn't exist <or> was fulfilled." }),
}

/** Made under switches that ask for what the schema does not have. */
const breaksSchema = /\.(nrcan|attribute)$/

describe('spells each body as promised', () => {
  test.each(Object.entries(bodies))('%s', async (name, body) => {
    await expect(`${body}\n`).toMatchFileSnapshot(`../../../golden/portfolio-manager/${name}.xml`)
  })
})

describe.runIf(hasSchema)('is valid by the provider’s schema 26.0', () => {
  test.each(Object.entries(bodies).filter(([name]) => !breaksSchema.test(name)))('%s', (_, body) => {
    expect(schemaComplaints(body)).toEqual([])
  })

  test.each(Object.entries(bodies).filter(([name]) => breaksSchema.test(name)))(
    'but %s, by its switches',
    (_, body) => {
      expect(schemaComplaints(body)).not.toEqual([])
    },
  )
})

if (!hasSchema) console.error(schemaMissing)
