import type { EnedisSettings } from '../../dialect/index.ts'
import type { ContractView, PlaceView, SeenCustomer } from '../../views/index.ts'

type Spelling = Pick<EnedisSettings, 'notCommunicating'>

/** Who holds a usage point: a person or a company. Source: SWAGGER, customers_i v5. */
export function encodeIdentity({ id, identity }: SeenCustomer): string {
  return JSON.stringify({ customer_id: id, identity: identityOf(identity) })
}

function identityOf(identity: SeenCustomer['identity']): object {
  if (identity.kind === 'naturalPerson') {
    const { title, firstName: firstname, lastName: lastname } = identity
    return { natural_person: { title: titles[title], firstname, lastname } }
  }
  const { name, tradingName: trading_name, businessCode: business, industry, siret: siret_number } = identity
  return { legal_entity: { name, trading_name, business, industry, siret_number } }
}

const titles = { M: 'M', MME: 'Mme' } as const

/** How to reach a customer. What is not known is left out. Source: SWAGGER, customers_cd v5; CAPTURE, the key (R22). */
export function encodeContact({ id, landline, email }: SeenCustomer, { contactKey }: EnedisSettings): string {
  return JSON.stringify({
    customer_id: id,
    [contactKey]: { ...(landline && { phone: landline }), ...(email && { email }) },
  })
}

/** Where a usage point is. Source: SWAGGER, customers_upa v5. */
export function encodeAddresses({ address, ...at }: PlaceView, dialect: Spelling): string {
  const { numberAndStreet, locality, postalCode, inseeCode, city, geoPoint } = address
  const usage_point_addresses = {
    street: numberAndStreet,
    ...(locality !== null && { locality }),
    postal_code: postalCode,
    insee_code: inseeCode,
    city,
    country: 'France',
    ...(geoPoint !== null && { geo_points: { ...geoPoint } }),
  }
  return ofOnePoint(at, { usage_point: { ...usagePointOf(at, dialect), usage_point_addresses } })
}

/** What the contract of a usage point says. Source: SWAGGER, customers_upc v5. */
export function encodeContracts({ contract, ...at }: ContractView, dialect: Spelling): string {
  const { subscribedPowerKva, distributionTariff, tariffSince, offPeak } = contract
  const contracts = {
    segment: contract.segment,
    ...(subscribedPowerKva !== null && { subscribed_power: `${subscribedPowerKva} kVA` }),
    last_activation_date: dated(contract.activatedOn),
    ...(distributionTariff !== null && { distribution_tariff: distributionTariff }),
    ...(offPeak !== null && { offpeak_hours: offPeak }),
    contract_type: contractTypes[contract.type],
    contract_status: contract.state,
    ...(tariffSince !== null && { last_distribution_tariff_change_date: dated(tariffSince) }),
  }
  return ofOnePoint(at, { usage_point: usagePointOf(at, dialect), contracts })
}

/** Source: SWAGGER, CARD-S and CARD-I; CAPTURE, the others as the contract APIs of 2026 call them. */
const contractTypes = {
  'GRD-F': 'Contrat GRD-F',
  'GRD-A': 'Contrat GRD-A',
  'CARD-S': 'CARD-S',
  'CARD-I': 'CARD-I',
} as const

type At = Pick<PlaceView, 'customer' | 'usagePoint' | 'communicates' | 'meterType'>

/** A list, of which a consent opens one member. */
function ofOnePoint({ customer }: At, usagePoint: object): string {
  return JSON.stringify({ customer: { customer_id: customer, usage_points: [usagePoint] } })
}

function usagePointOf({ usagePoint, communicates, meterType }: At, { notCommunicating }: Spelling): object {
  return {
    usage_point_id: usagePoint,
    usage_point_status: communicates ? 'com' : notCommunicating,
    // v5 has a word for Linky only, not for the professional one.
    meter_type: meterType === 'LINKYPRO' ? 'LINKY' : meterType,
  }
}

/** Days have an offset, in summer too: 2013-08-14+01:00. Source: SWAGGER, customers_upc v5, both examples. */
function dated(day: string): string {
  return `${day}+01:00`
}
