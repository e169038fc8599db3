import type { ContractType, DistributionTariff, SupplierCalendar } from '../../model/index.ts'
import type { SituationView } from '../../views/index.ts'
import { dated, known, knownPart, power } from './spelling.ts'

/** The contracts of a usage point, a list even of one. Source: CAPTURE and SWAGGER, situation_contrat_auto. */
export function encodeSituation(contracts: readonly SituationView[]): string {
  return JSON.stringify(contracts.map(contractTold))
}

function contractTold({ usagePoint, contract, terms, powerClasses, identity, contact }: SituationView): object {
  const { distributionTariff: tariff, subscribedPowerKva: kva, supplierCalendar } = terms
  return known({
    usage_point_id: usagePoint,
    contract_start: dated(contract.startsOn),
    contract_type: contractTypes[contract.type],
    contractor: contract.contractor,
    balance_responsible_party: contract.balanceResponsibleParty,
    pricing_structure: contract.direction === 'consumption' ? pricingStructures[supplierCalendar] : null,
    distribution_tariff: tariff && tariffLabels[tariff],
    distribution_tariff_profile: kva && powerClasses?.map((name) => ({ name, power: power(kva) })),
    subscribed_power: kva && { unit: 'kVA', value: String(kva) },
    segment: contract.segment,
    // Twice, and with one d: so it was captured.
    customer: identity && { customer: { adress: addressTold(identity) } },
    contact_data: contact && knownPart({ email: contact.email, landline: contact.landline, phone: contact.mobile }),
    ...(identity && holderTold(identity)),
  })
}

/** Source: CAPTURE, GRD-F and GRD-A; the others are written alike. */
const contractTypes = {
  'GRD-F': 'Contrat GRD-F',
  'GRD-A': 'Contrat GRD-A',
  'CARD-S': 'Contrat CARD-S',
  'CARD-I': 'Contrat CARD-I',
} as const satisfies Record<ContractType, string>

/** Source: INF, of the names of supplier calendars. */
const pricingStructures = {
  BASE: 'Base',
  HPHC: 'Heures Pleines Heures Creuses',
} as const satisfies Record<SupplierCalendar, string>

const fourClasses = 'heures pleines heures creuses associées à deux saisons'

/** What formulas of the tariff are called. Source: CAPTURE for BTINFMU4; INF for the others, after its words. */
export const tariffLabels = {
  BTINFCUST: 'Tarif BT<=36kVA Courte Utilisation sans différenciation temporelle',
  BTINFCU4: `Tarif BT<=36kVA Courte Utilisation ${fourClasses}`,
  BTINFMUDT: 'Tarif BT<=36kVA Moyenne Utilisation heures pleines heures creuses',
  BTINFMU4: `Tarif BT<=36kVA Moyenne Utilisation ${fourClasses}`,
  BTINFLU: 'Tarif BT<=36kVA Longue Utilisation sans différenciation temporelle',
  BTSUPCU4: `Tarif BT>36kVA Courte Utilisation ${fourClasses}`,
  BTSUPLU4: `Tarif BT>36kVA Longue Utilisation ${fourClasses}`,
  HTACU5: `Tarif HTA Courte Utilisation pointe et ${fourClasses}`,
  HTALU5: `Tarif HTA Longue Utilisation pointe et ${fourClasses}`,
} as const satisfies Record<DistributionTariff, string>

type Identity = NonNullable<SituationView['identity']>

/** Seven lines, as on an envelope, of which those that are empty are left out. Source: CAPTURE, line1 to line7. */
function addressTold({ identity, mailingAddress: at }: Identity): object {
  const name =
    identity.kind === 'naturalPerson'
      ? `${identity.title} ${identity.firstName} ${identity.lastName}`.toUpperCase()
      : identity.name
  return known({
    line1: name,
    line2: at.staircaseFloorApartment,
    line3: at.building,
    line4: at.numberAndStreet,
    line5: at.locality,
    line6: `${at.postalCode} ${at.city}`,
    line7: 'FRANCE',
  })
}

const titles = { M: 'M', MME: 'Mme' } as const

/** A person or an organization. */
function holderTold({ identity }: Identity): object {
  if (identity.kind === 'naturalPerson') {
    const { title, lastName: lastname, firstName: firstname } = identity
    return { person: { title: titles[title], lastname, firstname } }
  }
  const { name, tradingName: commercial_name, businessCode: business_code, siret } = identity
  return {
    organization: { name, commercial_name, business_code, siret_number: siret, siren_number: siret.slice(0, 9) },
  }
}
