import { expect, test } from 'vitest'
import type { UsagePointId } from '../../../../../mocks/enedis/model/index.ts'
import type {
  ContractSituation,
  DetailedView,
  FoundPoint,
  GridSeries,
  TechnicalView,
} from '../../../../../mocks/enedis/views/index.ts'
import { sge } from '../../../../../mocks/enedis/wire/sge/index.ts'
import * as v2 from '../../../../../mocks/enedis/wire/sge/told/detailed-v2.ts'
import * as v3 from '../../../../../mocks/enedis/wire/sge/told/detailed-v3.ts'
import { gridsTold } from '../../../../../mocks/enedis/wire/sge/told/grids.ts'
import { pointsTold } from '../../../../../mocks/enedis/wire/sge/told/points.ts'
import { technicalTold } from '../../../../../mocks/enedis/wire/sge/told/technical-data.ts'
import { encodeMessage, type ContentOf } from '../../../../../src/toolbox/soap/index.ts'
import { documentOf } from '../../../../../src/toolbox/xml/index.ts'
import { hasOfficial, officialSchemaOf } from '../../../../support/soap/official.ts'

type Name = keyof typeof sge

/** A reply as it stands in an envelope, an element to a line, held against Enedis's own schema on the way. */
function spelled<Service extends Name>(name: Service, reply: ContentOf<(typeof sge)[Service]['reply']>): string {
  const document = documentOf(encodeMessage(sge[name].reply, reply as never))
  if (hasOfficial()) expect(officialSchemaOf(sge[name].operation)(document)).toEqual([])
  return `${document.replaceAll('><', '>\n<')}\n`
}

const golden = (name: string) => `../../../../golden/enedis/sge/${name}.xml`
const usagePoint = '25000000000246' as UsagePointId
const none = { soapDateOffset: 'none' } as const

const address = {
  staircaseFloorApartment: 'ESC B ETG 3 APT 12',
  building: 'BATIMENT DES LILAS',
  numberAndStreet: '1 rue de la Mer, résidence de l’Étang',
  locality: 'LES PINS',
  postalCode: '84160',
  city: 'CUCURON',
  inseeCode: '84042',
  geoPoint: null,
}
const home: FoundPoint = {
  usagePoint,
  address,
  meter: { type: 'AMM', number: '041234567890', numbering: 'matricule' },
  state: 'SERVC',
  holder: 'TEST',
}

test('spells points as promised: a home, and a company of which less is told', async () => {
  const bare = { ...address, staircaseFloorApartment: null, building: null, locality: null }
  const company: FoundPoint = {
    ...home,
    usagePoint: '25000000000347' as UsagePointId,
    address: bare,
    meter: { type: 'PMEI', number: '930000000001', numbering: 'serialNumber' },
    state: 'RESIL',
    holder: null,
  }

  await expect(spelled('recherchePoint', pointsTold([home, company]))).toMatchFileSnapshot(golden('points'))
})

test('spells that no point was found as promised', async () => {
  await expect(spelled('recherchePoint', pointsTold([]))).toMatchFileSnapshot(golden('points-none'))
})

const contract: ContractSituation = {
  tariff: 'BTINFMU4',
  subscribedPowerKva: 9,
  powers: [],
  calendar: 'HPHC',
}
const technical: TechnicalView = {
  usagePoint,
  state: 'SERVC',
  address,
  servicesLevel: '2',
  supply: { domain: 'BTINF', phases: 1, connectionPowerKva: 12 },
  breakerAmperes: 60,
  meter: home.meter,
  readBy: 'CPL',
  offPeak: 'HC (22H50-6H50)',
  hours: [
    { id: 'HC', label: 'Heures Creuses', hours: 'HC (22H50-6H50)' },
    { id: 'HP', label: 'Heures Pleines', hours: null },
  ],
  authorised: {
    segment: 'C5',
    tariffSince: '2021-01-01',
    powerRaisedOn: '2023-05-06',
    powerLoweredOn: '2025-07-08',
    remote: null,
    contract,
  },
}

test('spells technical data as promised: of a home, of a company, and what the filter leaves of them', async () => {
  const told = (view: TechnicalView) => spelled('donneesTechniquesContractuelles', technicalTold(view, none))
  const company: TechnicalView = {
    ...technical,
    supply: { domain: 'HTA', phases: 3, connectionPowerKva: 500 },
    breakerAmperes: null,
    meter: { type: 'CVE', number: '930000000001', numbering: 'serialNumber' },
    readBy: 'RTC',
    authorised: {
      ...(technical.authorised as NonNullable<TechnicalView['authorised']>),
      segment: 'C2',
      remote: { phone: '01 99 00 12 34', key: '5678' },
      contract: {
        ...contract,
        tariff: 'HTALU5',
        subscribedPowerKva: 500,
        powers: [
          { id: 'P', label: 'Pointe', kva: 400 },
          { id: 'HCB', label: 'Heures Creuses Saison Basse', kva: 500 },
        ],
      },
    },
  }

  await expect(told(technical)).toMatchFileSnapshot(golden('technical-data'))
  await expect(told(company)).toMatchFileSnapshot(golden('technical-data-company'))
  await expect(told({ ...company, authorised: null })).toMatchFileSnapshot(golden('technical-data-filtered'))
})

test('spells energies between readings as promised', async () => {
  const series: GridSeries = {
    calendar: { id: 'FC000001', label: 'Base' },
    timeClass: { id: 'BASE', label: 'Base' },
    periods: [
      {
        from: '2026-09-01',
        until: '2026-10-01',
        kwh: 312,
        nature: 'REEL',
        trigger: 'CYCLIQUE',
        status: 'INITIALE',
      },
      { from: '2026-08-17', until: '2026-09-01', kwh: 101, nature: 'ESTI', trigger: 'CFN', status: 'RECTIFIEE' },
    ],
  }
  const turpe = [{ ...series, calendar: { id: 'DI000001', label: 'Sans différenciation temporelle' } }]

  const both = spelled('consultationMesures', gridsTold({ turpe, supplier: [series] }, none))
  const one = spelled('consultationMesures', gridsTold({ turpe: null, supplier: [series] }, none))

  await expect(both).toMatchFileSnapshot(golden('readings'))
  await expect(one).toMatchFileSnapshot(golden('readings-supplier-alone'))
})

/** Either side of the hour that comes twice on the long day of October. */
const twice = ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'].map((at) => Date.parse(at) / 1000)
const about = { usagePoint, stage: 'BRUT', from: '2026-10-25', until: '2026-10-26' } as const
const curve: DetailedView = {
  ...about,
  of: 'COURBE',
  stampedAt: 'end',
  curves: [
    {
      direction: 'consumption',
      quantity: 'PA',
      points: twice.map((endsAt, at) => {
        const nature = at === 0 ? 'B' : 'C'
        return { stamp: '2026-10-25 02:30:00', startsAt: endsAt - 1800, minutes: 30, value: 400 + at, nature }
      }),
    },
    { direction: 'production', quantity: 'PRI', points: [] },
  ],
}
const energies: DetailedView = {
  ...about,
  of: 'ENERGIE',
  by: 'month',
  knownBy: 'indexes',
  energies: [
    {
      direction: 'consumption',
      values: [
        { day: '2026-09-01', energyWh: 312_456 },
        { day: '2026-10-01', energyWh: null },
      ],
    },
  ],
}
const peaks: DetailedView = {
  ...about,
  stage: 'BEST',
  of: 'PMAX',
  by: 'day',
  peaks: [{ quantity: 'PMA', peaks: [{ stamp: '2026-10-25 19:04:12', voltAmperes: 5421 }] }],
}
const values = [{ day: '2026-10-25', wh: 12_345_678 }]
const dials: DetailedView = {
  ...about,
  of: 'INDEX',
  dials: [
    {
      direction: 'consumption',
      quantity: 'EA',
      indexes: {
        calendars: [
          { id: 'FC000001', label: 'Base', classes: [{ id: 'BASE', label: 'Base', dial: 'EASF01', values }] },
        ],
        total: { dial: 'EAST', values },
      },
    },
  ],
}

test.each(Object.entries({ curve, energies, peaks }))(
  'spells detailed measures of v2 as promised: %s',
  async (name, view) => {
    await expect(spelled('mesuresDetailleesV2', v2.detailedTold(view, none))).toMatchFileSnapshot(golden(`v2-${name}`))
  },
)

test.each(Object.entries({ curve, energies, peaks, dials }))(
  'spells those of V3 as promised: %s',
  async (name, view) => {
    await expect(spelled('mesuresDetailleesV3', v3.detailedTold(view, none))).toMatchFileSnapshot(golden(`v3-${name}`))
  },
)

test('spells that there is nothing as an empty reply', () => {
  expect(spelled('mesuresDetailleesV2', v2.nothingTold)).toMatch(
    /^<ope:consulterMesuresDetailleesResponse xmlns:ope="[^"]+"\/>$/m,
  )
  expect(spelled('mesuresDetailleesV3', v3.nothingTold)).toMatch(
    /^<ope:consulterMesuresDetailleesResponseV3 xmlns:ope="[^"]+"\/>$/m,
  )
})

test('spells days and moments with their offset, where the guides are followed to the letter (R33)', () => {
  const withOffset = { soapDateOffset: 'with' } as const

  expect(spelled('mesuresDetailleesV3', v3.detailedTold(peaks, withOffset))).toContain(
    '<d>2026-10-25 19:04:12+01:00</d>',
  )
  expect(spelled('mesuresDetailleesV2', v2.detailedTold(peaks, withOffset))).toContain('<dateFin>2026-10-26+01:00<')
  expect(spelled('donneesTechniquesContractuelles', technicalTold(technical, withOffset))).toContain(
    '>2025-07-08+02:00<',
  )
})
