import type { Ids } from '../../../src/ground/ids.ts'
import { titles, type Address, type Identity } from '../model/index.ts'

type Town = readonly [city: string, postalCode: string, inseeCode: string, latitude: string, longitude: string]
/** Towns that Enedis serves, with the code of each commune: neither follows from the other. */
const towns: readonly [Town, ...Town[]] = [
  ['AIX EN PROVENCE', '13100', '13001', '43.5298', '5.4474'],
  ['BORDEAUX', '33000', '33063', '44.8378', '-0.5792'],
  ['CADENET', '84160', '84026', '43.7349', '5.3747'],
  ['CAEN', '14000', '14118', '49.1829', '-0.3707'],
  ['DIJON', '21000', '21231', '47.3220', '5.0415'],
  ['LILLE', '59000', '59350', '50.6292', '3.0573'],
  ['LIMOGES', '87000', '87085', '45.8336', '1.2611'],
  ['NANTES', '44000', '44109', '47.2184', '-1.5536'],
  ['PARIS', '75011', '75111', '48.8594', '2.3765'],
  ['RENNES', '35000', '35238', '48.1173', '-1.6778'],
  ['TOULOUSE', '31000', '31555', '43.6047', '1.4442'],
]
const streets = [
  'RUE DE LA MER',
  'RUE DES LILAS',
  'AVENUE DU MOULIN',
  'CHEMIN DES VIGNES',
  'PLACE DE LA FONTAINE',
  'ALLEE DES TILLEULS',
  'RUE DU PONT',
  'BOULEVARD DE LA GARE',
] as const
const women = ['CLAIRE', 'INES', 'JEANNE', 'LOUISE', 'NADIA'] as const
const men = ['BASILE', 'ETIENNE', 'HUGO', 'MALIK', 'PAUL'] as const
const lastNames = ['BERTIN', 'CARON', 'DUVAL', 'EXEMPLE', 'FABRE', 'LEROUX', 'MARTEL', 'NGUYEN', 'PERRIN'] as const
type Trade = readonly [trade: string, industry: string, businessCode: string]
const trades: readonly [Trade, ...Trade[]] = [
  ['BOULANGERIE', 'Boulangerie et boulangerie-pâtisserie', '1071C'],
  ['MENUISERIE', 'Travaux de menuiserie bois et PVC', '4332A'],
  ['PRESSING', 'Blanchisserie-teinturerie de détail', '9601B'],
  ['FROMAGERIE', 'Fabrication de fromage', '1051C'],
]

/** An address that belongs to a story's name. */
export function madeUpAddress(about: string, ids: Ids): Address {
  const [city, postalCode, inseeCode, latitude, longitude] = ids.pick(towns, 'town', about)
  return {
    staircaseFloorApartment: null,
    building: null,
    numberAndStreet: `${ids.between(1, 120, 'house number', about)} ${ids.pick(streets, 'street', about)}`,
    locality: null,
    postalCode,
    city,
    inseeCode,
    geoPoint: { latitude, longitude, altitude: String(ids.between(0, 300, 'altitude', about)) },
  }
}

/** A person that belongs to a story's name. */
export function madeUpPerson(about: string, ids: Ids): Identity {
  const title = ids.pick(titles, 'title', about)
  const firstName = ids.pick(title === 'M' ? men : women, 'first name', about)
  return { kind: 'naturalPerson', title, firstName, lastName: ids.pick(lastNames, 'last name', about) }
}

/** A company that belongs to a story's name. */
export function madeUpCompany(about: string, ids: Ids): Identity {
  const [trade, industry, businessCode] = ids.pick(trades, 'trade', about)
  const name = `${trade} ${ids.pick(lastNames, 'owner', about)}`
  return { kind: 'legalEntity', name, tradingName: name, industry, businessCode, siret: madeUpSiret(about, ids) }
}

/** 14 digits that pass the checksum every SIREN and SIRET must (Luhn), under a prefix no company has. */
function madeUpSiret(about: string, ids: Ids): string {
  const siren = withLuhnDigit(`000${madeUpDigits(5, `siren ${about}`, ids)}`)
  return withLuhnDigit(`${siren}0001`)
}

function withLuhnDigit(body: string): string {
  const sum = Array.from(body, Number).reduceRight((sum, digit, at) => {
    const doubled = (body.length - at) % 2 === 1 ? digit * 2 : digit
    return sum + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

/** Digits that belong to these words. */
export function madeUpDigits(length: number, about: string, ids: Ids): string {
  return Array.from({ length }, (_, at) => ids.between(0, 9, about, at)).join('')
}
