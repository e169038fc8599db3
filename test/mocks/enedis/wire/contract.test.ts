import { describe, expect, test } from 'vitest'
import { settingsOf } from '../../../../src/contract/dialect.ts'
import { dialect, type EnedisSettings } from '../../../../mocks/enedis/dialect/index.ts'
import type { GeneralView, MeteringView, SituationView, SupplyView } from '../../../../mocks/enedis/views/index.ts'
import { encodeMetering } from '../../../../mocks/enedis/wire/contract/metering.ts'
import { encodeGeneral, encodeSupply, encodeSynthesis } from '../../../../mocks/enedis/wire/contract/point.ts'
import { encodeSituation } from '../../../../mocks/enedis/wire/contract/situation.ts'
import { dated } from '../../../../mocks/enedis/wire/contract/spelling.ts'
import { hasSamples, lackingOf, sampleOf, samplesMissing } from '../../../support/enedis-samples.ts'

const settings = (chosen: Partial<EnedisSettings> = {}) =>
  ({ ...settingsOf(dialect), ...chosen }) as unknown as EnedisSettings

const address: GeneralView = {
  staircaseFloorApartment: null,
  building: null,
  numberAndStreet: '1 RUE DE LA MER',
  locality: null,
  postalCode: '84160',
  city: 'CADENET',
  inseeCode: '84026',
  geoPoint: null,
}
const wholeAddress: GeneralView = {
  ...address,
  staircaseFloorApartment: 'ESC B ETG 3 APT 12',
  building: 'BATIMENT C',
  locality: 'LE MOULIN',
}
const claire = { kind: 'naturalPerson', title: 'MME', firstName: 'CLAIRE', lastName: 'EXEMPLE' } as const
const bakery = {
  kind: 'legalEntity',
  name: 'BOULANGERIE EXEMPLE',
  tradingName: 'AU BON PAIN',
  industry: 'Boulangerie et boulangerie-pâtisserie',
  businessCode: '1071C',
  siret: '00012345600014',
} as const

const consuming: SituationView = {
  usagePoint: '25000000000246' as SituationView['usagePoint'],
  contract: {
    direction: 'consumption',
    type: 'GRD-F',
    segment: 'C5',
    contractor: 'UN FOURNISSEUR',
    balanceResponsibleParty: 'UN RESPONSABLE',
    startsOn: '2026-02-11',
  },
  terms: {
    since: '2026-02-11',
    distributionTariff: 'BTINFMU4',
    subscribedPowerKva: 12,
    offPeak: [{ from: '22:50', to: '06:50' }],
    supplierCalendar: 'HPHC',
  },
  powerClasses: null,
  identity: { identity: claire, mailingAddress: address },
  contact: { email: null, mobile: '0600000000', landline: '0400000000' },
}
const producing: SituationView = {
  ...consuming,
  contract: { ...consuming.contract, direction: 'production', type: 'GRD-A', segment: 'P4' },
  terms: {
    since: '2026-02-11',
    distributionTariff: null,
    subscribedPowerKva: null,
    offPeak: null,
    supplierCalendar: 'BASE',
  },
}
const company: SituationView = {
  ...consuming,
  contract: { ...consuming.contract, segment: 'C4' },
  terms: { ...consuming.terms, distributionTariff: 'BTSUPCU4', subscribedPowerKva: 72 },
  powerClasses: ['Heures Creuses Saison Basse', 'Heures Pleines Saison Basse'],
  identity: { identity: bakery, mailingAddress: wholeAddress },
  contact: { email: 'pain@example.com', mobile: null, landline: null },
}
const supply: SupplyView = {
  serialNumber: '012345678901',
  state: 'SERVC',
  domain: 'BTINF',
  phases: 1,
  connectionPowerKva: { consumption: 12, production: null },
}
const metering: MeteringView = {
  meter: { type: 'AMM', serialNumber: '012345678901' },
  powersKva: [12],
  classes: ['Heures Creuses Saison Basse', 'Heures Pleines Saison Basse'],
  offPeak: 'HC (22H50-6H50)',
}
const synthesis = {
  segments: ['C5', 'P4'],
  activatedOn: { consumption: '2019-08-27', production: '2024-06-03' },
  powerChangedOn: '2025-01-14',
  servicesLevel: '2',
} as const
const synthesized = (more: object = {}, chosen: Partial<EnedisSettings> = {}) =>
  encodeSynthesis({ ...synthesis, segments: [...synthesis.segments], ...more }, settings(chosen))

const bodies: Readonly<Record<string, string>> = {
  'situation-contrat': encodeSituation([consuming]),
  'situation-contrat-two': encodeSituation([consuming, producing]),
  'situation-contrat-company': encodeSituation([company]),
  'situation-contrat-without-customer': encodeSituation([{ ...consuming, identity: null, contact: null }]),
  'synth-contrat': synthesized(),
  'synth-contrat.code': synthesized({}, { servicesLevel: 'code' }),
  'synth-contrat-consumption': synthesized({
    segments: ['C5'],
    activatedOn: { consumption: '2019-08-27', production: null },
  }),
  'donnees-generales': encodeGeneral(wholeAddress),
  'donnees-generales-sparse': encodeGeneral(address),
  alimentation: encodeSupply(supply),
  'alimentation-three-phases': encodeSupply({
    ...supply,
    domain: 'BTSUP',
    phases: 3,
    connectionPowerKva: { consumption: 120, production: 36 },
  }),
  comptage: encodeMetering(metering),
  'comptage-c4': encodeMetering({
    ...metering,
    meter: { type: 'PMEI', serialNumber: '077123456789' },
    powersKva: [72, 72],
    offPeak: null,
  }),
  'comptage-production': encodeMetering({ ...metering, powersKva: [], classes: [], offPeak: null }),
}

describe('spells each contract API as promised', () => {
  test.each(Object.entries(bodies))('%s', async (name, body) => {
    await expect(`${body}\n`).toMatchFileSnapshot(`../../../golden/enedis/contract/${name}.json`)
  })
})

test.runIf(hasSamples)('has all that was captured of a contract, in its order', () => {
  const captured = sampleOf('situation-contrat-auto')

  expect(lackingOf(captured, JSON.parse(encodeSituation([consuming])))).toEqual([])
  expect(lackingOf(captured, JSON.parse(encodeSituation([producing])))).not.toEqual([])
})

test.runIf(hasSamples)('tells the same contract in the same words', () => {
  const [told] = JSON.parse(encodeSituation([consuming])) as Record<string, unknown>[]
  const [captured] = sampleOf('situation-contrat-auto') as Record<string, unknown>[]

  expect(told).toMatchObject(captured ?? {})
})

if (!hasSamples) console.error(samplesMissing)

test('dates have the offset of their day, without a colon', () => {
  expect(dated('2021-01-01')).toBe('2021-01-01T00:00:00+0100')
  expect(dated('2019-08-27')).toBe('2019-08-27T00:00:00+0200')
})

test('the number of a meter is a number where it supplies and a text where it counts', () => {
  expect(encodeSupply(supply)).toContain('"serial_number":12345678901,')
  expect(encodeMetering(metering)).toContain('"numeroSerie":"012345678901"')
})

test('a usage point without a meter has nothing that counts', () => {
  expect(encodeMetering({ meter: null, powersKva: [], classes: [], offPeak: null })).toBe('{}')
  expect(encodeSupply({ ...supply, serialNumber: null, domain: 'HTA' })).not.toContain('serial_number')
})
