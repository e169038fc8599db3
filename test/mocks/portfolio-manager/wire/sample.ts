import { settingsOf } from '../../../../src/contract/dialect.ts'
import { dialect } from '../../../../mocks/portfolio-manager/dialect.ts'
import type { PmSettings } from '../../../../mocks/portfolio-manager/dialect.ts'
import type {
  Account,
  AccountId,
  Audit,
  Connection,
  Consumption,
  ConsumptionId,
  CustomField,
  CustomFieldId,
  Delivery,
  Meter,
  MeterId,
  MeterShare,
  Notification,
  NotificationId,
  Property,
  PropertyId,
  PropertyShare,
} from '../../../../mocks/portfolio-manager/model/index.ts'

/** One owner with one building and its meters, whose consultant passed them on: enough to spell every body once. */
export const settings = settingsOf(dialect) as PmSettings
export const nrcan = settingsOf(dialect, 'nrcan') as PmSettings

const olive = '200102' as AccountId
const mason = '200103' as AccountId
const provider = '200101' as AccountId

const byOlive: Audit = {
  createdBy: 'olive',
  createdByAccountId: olive,
  createdDate: '2026-01-05T14:30:00.250Z',
  lastUpdatedBy: 'olive',
  lastUpdatedByAccountId: olive,
  lastUpdatedDate: '2026-07-06T12:00:00.000Z',
}
const byMason: Audit = {
  ...byOlive,
  createdBy: 'mason',
  createdByAccountId: mason,
  lastUpdatedBy: 'mason',
  lastUpdatedByAccountId: mason,
}

export const account: Account = {
  id: olive,
  details: {
    username: 'olive',
    webserviceUser: false,
    searchable: true,
    includeTestPropertiesInGraphics: false,
    emailPreferenceCanadianAccount: false,
    billboardMetric: 'score',
    languagePreference: 'en_US',
    contact: {
      firstName: 'Olive',
      lastName: "O'Hara & Sons <HQ>",
      email: 'olive@tower.example',
      phone: '555-0100',
      jobTitle: 'Owner',
      address: {
        address1: '1 Main Street',
        address2: 'Suite "9"',
        city: 'Arlington',
        county: 'Arlington',
        state: 'VA',
        postalCode: '22201',
        country: 'US',
      },
    },
    organization: { name: 'Olive Tower LLC', primaryBusiness: 'Commercial Real Estate', energyStarPartner: false },
  },
  password: 'sha256:x',
  settings: { supportedMeterTypes: null, termsOfUse: { kind: 'none' }, customFields: {} },
  inbox: [],
  contacts: null,
  audit: byOlive,
}

export const property: Property = {
  id: '300201' as PropertyId,
  owner: olive,
  details: {
    name: 'Tower',
    constructionStatus: 'Existing',
    primaryFunction: 'Hospital (General Medical & Surgical)',
    grossFloorArea: { value: 250000, units: 'Square Feet', temporary: false },
    irrigatedArea: { value: 12.5, units: 'Acres' },
    yearBuilt: 1987,
    address: { address1: '2 High Street', city: 'Montréal', state: 'QC', postalCode: 'H2X 1Y4', country: 'CA' },
    numberOfBuildings: 1,
    isFederalProperty: true,
    federalOwner: 'US',
    agency: { id: '7', code: 'GSA', name: 'General Services Administration', country: 'US' },
    agencyDepartmentRegion: 'Region 3',
    federalCampus: 'North',
    occupancyPercentage: 95,
    notes: 'First line\nsecond line',
    isInstitutionalProperty: false,
  },
  audit: byOlive,
}

export const meter: Meter = {
  id: '400301' as MeterId,
  property: property.id,
  details: {
    kind: 'meter',
    type: 'Electric',
    name: 'Power',
    metered: true,
    unitOfMeasure: 'kWh (thousand Watt-hours)',
    firstBillDate: '2020-01-01',
    inUse: true,
  },
  audit: byOlive,
}

export const wasteMeter: Meter = {
  id: '400302' as MeterId,
  property: property.id,
  details: {
    kind: 'wasteMeter',
    type: 'Disposed - Trash',
    name: 'Bins',
    unitOfMeasure: 'Cubic yards',
    dataEntryMethod: 'regular container',
    containerSize: '4.5',
    firstBillDate: '2020-01-01',
    inUse: false,
    inactiveDate: '2025-12-31',
  },
  audit: byOlive,
}

export const connection: Connection = {
  provider,
  customer: olive,
  values: { 'Account number': 'A-1 & 2' },
  audit: byOlive,
  status: 'pending',
}

export const propertyShare: PropertyShare = {
  kind: 'property',
  provider,
  item: property.id,
  level: 'Read Write',
  sharer: mason,
  values: { Region: 'East' },
  audit: byMason,
  status: 'pending',
}

export const meterShare: MeterShare = {
  kind: 'meter',
  provider,
  item: meter.id,
  level: 'Read',
  sharer: mason,
  values: {},
  audit: byMason,
  status: 'pending',
}

export const consumption: Consumption = {
  id: '500401' as ConsumptionId,
  meter: meter.id,
  startDate: '2026-01-01',
  endDate: '2026-01-31',
  usage: '1250.50',
  cost: '210.00',
  energyExportedOffSite: '3',
  percentRenewableNaturalGas: '12.25',
  demandTracking: { demand: '40.5', demandCost: '12' },
  estimatedValue: true,
  audit: byOlive,
}

export const delivery: Delivery = {
  id: '500402' as ConsumptionId,
  meter: meter.id,
  deliveryDate: '2026-02-10',
  quantity: '500',
  estimatedValue: false,
  audit: byOlive,
}

export const customField: CustomField = {
  id: '600501' as CustomFieldId,
  details: {
    name: 'Account number',
    required: true,
    validCharacters: 'Alphanumeric',
    whenToPrompt: 'Meter',
    minChars: 3,
    maxChars: 20,
    description: 'On your bill',
    example: 'A12',
    url: 'https://acme.example/help',
    displayOrder: 1,
  },
}

export const notice: Notification = {
  id: '1001' as NotificationId,
  to: provider,
  type: 'SHAREUPDATE',
  description: 'Power - Access level revised to Read Only by Mason Mills.',
  accountId: olive,
  username: 'olive',
  propertyId: property.id,
  meterId: meter.id,
  createdDate: '2026-03-08T06:59:59.999Z',
  createdBy: 'mason',
  createdByAccountId: mason,
  read: false,
}
