import type { PgeHouse } from '../dialect/index.ts'
import type { Address, Commodity, CustomerClass, Metering, Rate } from '../model/index.ts'

type Town = readonly [city: string, zip: string]
/** Towns that PG&E serves, with a ZIP code of each. */
const towns: readonly [Town, ...Town[]] = [
  ['Berkeley', '94704'],
  ['Chico', '95926'],
  ['Davis', '95616'],
  ['Eureka', '95501'],
  ['Fresno', '93721'],
  ['Hayward', '94541'],
  ['Napa', '94559'],
  ['Oakland', '94612'],
  ['Redding', '96001'],
  ['San Francisco', '94109'],
  ['San Jose', '95113'],
  ['San Luis Obispo', '93401'],
  ['San Rafael', '94901'],
  ['Santa Rosa', '95404'],
  ['Stockton', '95202'],
]
const streets = ['Alder', 'Bay', 'Cedar', 'Grove', 'Linden', 'Market', 'Oak', 'Poplar', 'Spruce', 'Walnut'] as const
const firstNames = ['Alma', 'Bruno', 'Clara', 'Diego', 'Erin', 'Felix', 'Grace', 'Hugo', 'Iris', 'Jonas'] as const
const lastNames = [
  'Alvarez',
  'Brooks',
  'Chen',
  'Duarte',
  'Evans',
  'Foster',
  'Garcia',
  'Hughes',
  'Ito',
  'Jensen',
] as const

/** A person that belongs to a story's name. */
export function madeUpName(about: string, { ids }: PgeHouse): string {
  return `${ids.pick(firstNames, 'first name', about)} ${ids.pick(lastNames, 'last name', about)}`
}

/** A place in PG&E's territory that belongs to a story's name. */
export function madeUpAddress(about: string, { ids }: PgeHouse): Address {
  const [city, zip] = ids.pick(towns, 'town', about)
  const street = `${ids.between(1, 4999, 'number', about)} ${ids.pick(streets, 'street', about)} St`
  return { street, city, state: 'CA', zip }
}

/** Digits that belong to a story's name; the first is not 0. */
export function madeUpDigits(length: number, about: string, { ids }: PgeHouse): string {
  let digits = String(ids.between(1, 9, about, 0))
  for (let at = 1; at < length; at++) digits += ids.between(0, 9, about, at)
  return digits
}

/** A year's use of such a customer: kWh, or therms. */
export function usualUse(customerClass: CustomerClass, commodity: Commodity, about: string, { ids }: PgeHouse): number {
  const [low, high] = usual[commodity][customerClass]
  return ids.between(low, high, 'annual use', about)
}

const usual = {
  electric: { RES: [4200, 8600], AGR: [60_000, 140_000], 'COM/IND': [90_000, 320_000], Other: [12_000, 40_000] },
  gas: { RES: [260, 620], AGR: [2_000, 9_000], 'COM/IND': [3_000, 18_000], Other: [600, 2_400] },
} as const

/** The rate such a service usually has. */
export function usualRate(customerClass: CustomerClass, commodity: Commodity, metering: Metering): Omit<Rate, 'since'> {
  if (commodity === 'gas') return { tariff: customerClass === 'RES' ? 'G1' : 'GNR1', hasTimeOfUse: false }
  if (metering.kind !== 'electric') return { tariff: customerClass === 'RES' ? 'HE1' : 'A1', hasTimeOfUse: false }
  return { tariff: tariffs[customerClass], hasTimeOfUse: true }
}

const tariffs = { RES: 'HETOUC', AGR: 'AGA1', 'COM/IND': 'HB19S', Other: 'B6' } as const
