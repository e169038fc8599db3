import type { PmHouse } from '../dialect.ts'
import type {
  AccountDetails,
  Address,
  Contact,
  FloorArea,
  MeterDetails,
  PropertyDetails,
  WasteMeterDetails,
} from '../model/index.ts'
import { wasteMeterTypes } from '../vocabulary/waste-meters.ts'

/** What a story may say of someone; all of it may be left out. */
export type PersonSaid = Said<Omit<Contact, 'address'>> &
  Said<{
    username: string
    organization: string
    searchable: boolean
    language: AccountDetails['languagePreference']
  }> & {
    address?: Said<Address> | undefined
  }
export type PropertySaid = Said<Omit<PropertyDetails, 'address' | 'grossFloorArea'>> & {
  grossFloorArea?: number | Omit<FloorArea, 'temporary'> | undefined
  address?: Said<Address> | undefined
}
export type MeterSaid = Said<{
  name: string
  unit: string
  firstBillDate: string
  metered: boolean
  inUse: boolean
  dataEntryMethod: WasteMeterDetails['dataEntryMethod']
  containerSize: number
}> & {
  type: string
}
type Said<Whole> = { [Key in keyof Whole]?: Whole[Key] | undefined }

/*
 * People and places are drawn from these small tables and not from a library of names: they load in no time, each
 * seed gives the same ones for ever, and nobody real is among them.
 */
const firstNames = [
  'Ada',
  'Bela',
  'Carla',
  'Dana',
  'Emil',
  'Farah',
  'Goran',
  'Hanna',
  'Ivo',
  'Jana',
  'Kofi',
  'Lena',
] as const
const lastNames = [
  'Adler',
  'Brook',
  'Castle',
  'Dunn',
  'Ellis',
  'Forest',
  'Glenn',
  'Hale',
  'Irving',
  'Judd',
  'Lake',
] as const
const jobTitles = ['Energy Manager', 'Facility Manager', 'Property Manager', 'Sustainability Analyst'] as const
const streets = ['Alder Street', 'Birch Avenue', 'Cedar Road', 'Dogwood Lane', 'Elm Street', 'Fir Drive'] as const
type Place = Pick<Address, 'city' | 'postalCode' | 'country'> & { state: string }
type Places = readonly [Place, ...Place[]]
const places: Places = [
  { city: 'Albany', state: 'NY', postalCode: '12207', country: 'US' },
  { city: 'Boise', state: 'ID', postalCode: '83702', country: 'US' },
  { city: 'Columbus', state: 'OH', postalCode: '43215', country: 'US' },
  { city: 'Denver', state: 'CO', postalCode: '80202', country: 'US' },
  { city: 'Ottawa', state: 'ON', postalCode: 'K1A 0E4', country: 'CA' },
  { city: 'Raleigh', state: 'NC', postalCode: '27601', country: 'US' },
]

/** The places that lie in a country. */
export function placesIn(country: 'US' | 'CA'): Places {
  return places.filter((place) => place.country === country) as unknown as Places
}

/** Somebody with a login: what the scenario says, and the rest from the seed. */
export function accountDetails(
  name: string,
  given: PersonSaid,
  { kind, house }: { kind: 'provider' | 'customer'; house: PmHouse },
): AccountDetails {
  const { ids } = house
  const username = given.username ?? name
  return {
    username,
    webserviceUser: kind === 'provider',
    searchable: given.searchable ?? false,
    includeTestPropertiesInGraphics: false,
    emailPreferenceCanadianAccount: false,
    languagePreference: given.language ?? 'en_US',
    contact: {
      firstName: given.firstName ?? ids.pick(firstNames, 'first name', name),
      lastName: given.lastName ?? ids.pick(lastNames, 'last name', name),
      email: given.email ?? `${username}@example.com`,
      phone: given.phone ?? `555-01${ids.between(10, 99, 'phone', name)}`,
      jobTitle: given.jobTitle ?? ids.pick(jobTitles, 'job', name),
      address: addressOf(name, given.address, house),
    },
    organization: {
      name: given.organization ?? (kind === 'provider' ? 'Acme Energy' : `${titled(name)} Properties`),
      primaryBusiness: kind === 'provider' ? 'Service and Product Provider/Consultant' : 'Commercial Real Estate',
      energyStarPartner: false,
    },
  }
}

/** A building that could stand anywhere. */
export function propertyDetails(name: string, given: PropertySaid, house: PmHouse): PropertyDetails {
  const { ids } = house
  const area = given.grossFloorArea ?? ids.between(20, 400, 'area', name) * 1000
  return {
    name: given.name ?? titled(name),
    constructionStatus: given.constructionStatus ?? 'Existing',
    primaryFunction: given.primaryFunction ?? 'Office',
    grossFloorArea: { ...(typeof area === 'number' ? { value: area, units: 'Square Feet' } : area), temporary: false },
    yearBuilt: given.yearBuilt ?? ids.between(1950, 2015, 'year built', name),
    address: addressOf(name, given.address, house),
    numberOfBuildings: given.numberOfBuildings ?? 1,
    isFederalProperty: false,
    occupancyPercentage: given.occupancyPercentage ?? 95,
    isInstitutionalProperty: false,
  }
}

/** A meter; its first bill came on the first day of the year before. */
export function meterDetails(name: string, given: MeterSaid, { now }: PmHouse): MeterDetails {
  const { type, metered = true, inUse = true } = given
  const firstBillDate = given.firstBillDate ?? `${Number(now.slice(0, 4)) - 1}-01-01`
  const common = { type, name: given.name ?? titled(name), firstBillDate, inUse }
  if (!isWaste(type)) return { kind: 'meter', ...common, metered, unitOfMeasure: given.unit ?? usualUnit(type) }
  const { dataEntryMethod = 'regular', containerSize = usualContainer, unit } = given
  const isContainer = dataEntryMethod === 'regular container'
  const container = isContainer ? { containerSize: String(containerSize) } : {}
  const usual = isContainer ? 'Cubic yards' : 'tons'
  return { kind: 'wasteMeter', ...common, unitOfMeasure: unit ?? usual, dataEntryMethod, ...container }
}
const usualContainer = 4

function isWaste(type: string): boolean {
  return wasteMeterTypes.some((known) => known === type)
}

function usualUnit(type: string): string {
  if (type.startsWith('Electric')) return 'kWh (thousand Watt-hours)'
  if (type === 'Natural Gas') return 'therms'
  return /Water - |Indoor|Outdoor/.test(type) ? 'KGal (thousand gallons) (US)' : 'kBtu (thousand Btu)'
}

function addressOf(name: string, given: Said<Address> | undefined, { ids }: PmHouse): Address {
  const address1 = `${ids.between(1, 990, 'house', name)} ${ids.pick(streets, 'street', name)}`
  const made: Address = { address1, ...ids.pick(places, 'place', name) }
  for (const [key, value] of Object.entries(given ?? {})) if (value !== undefined) Object.assign(made, { [key]: value })
  return made
}

/** `north-tower` as people write it: North Tower. */
function titled(name: string): string {
  return name.replace(/[-_]+/g, ' ').replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase())
}
