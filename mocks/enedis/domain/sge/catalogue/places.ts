import type { CustomerTold } from '../../customer-record.ts'
import type { PointTold } from '../../usage-point.ts'

/** Somebody in a municipality of the catalogue, and what they hold there. */
export type Household = { name: string; customer: CustomerTold; point: PointTold }

type Place = Pick<NonNullable<PointTold['address']>, 'postalCode' | 'city' | 'inseeCode'>

const romiguieres: Place = { postalCode: '34650', city: 'ROMIGUIERES', inseeCode: '34231' }
const cucuron: Place = { postalCode: '84160', city: 'CUCURON', inseeCode: '84042' }
const aix: Place = { postalCode: '13100', city: 'AIX EN PROVENCE', inseeCode: '13001' }

const none = { staircaseFloorApartment: null, building: null, locality: null, geoPoint: null }

/** RP-R1: homes of a village, some, and fewer than two hundred. How many is ours. */
function village(): Household[] {
  return Array.from({ length: 12 }, (_, at) => ({
    name: `catalogue village ${at + 1}`,
    customer: { kind: 'naturalPerson' },
    point: { address: { ...none, ...romiguieres, numberAndStreet: `${at + 1} RUE DE LA FONTAINE` } },
  }))
}

/**
 * RP-R2 and RP-R3: one name at an address that TEST alone finds, and more than one with EST or TES, which the published
 * suites differ on, in it. The other names are ours.
 */
function street(): Household[] {
  return ['TEST', 'CORTES FOREST', 'DESTESSE'].map((lastName) => ({
    name: `catalogue street ${lastName}`,
    customer: { identity: { kind: 'naturalPerson', title: 'MME', firstName: 'CLAUDE', lastName } },
    point: { address: { ...none, ...cucuron, numberAndStreet: '1 RUE DE LA MER' } },
  }))
}

/** RP-NR1: one company more in a town than a search may find. */
function town(): Household[] {
  return Array.from({ length: 201 }, (_, at) => ({
    name: `catalogue town ${at + 1}`,
    customer: { kind: 'legalEntity' },
    point: { address: { ...none, ...aix, numberAndStreet: `${at + 1} COURS MIRABEAU` } },
  }))
}

/** Who lives where the cases look for points. Source: CATALOGUE, RP-R1 to RP-NR2. */
export const households = (): Household[] => [...village(), ...street(), ...town()]
