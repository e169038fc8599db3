import { describe, expect, test } from 'vitest'
import type { CurvePoint, IndexView, PeakOf } from '../../../../mocks/enedis/views/index.ts'
import { encodeIndexes } from '../../../../mocks/enedis/wire/v2/indexes.ts'
import {
  encodeDailyEnergy,
  encodeLoadCurve,
  encodeMaxPower,
  type About,
} from '../../../../mocks/enedis/wire/v2/measures.ts'
import { decodePeaks, decodeWindow } from '../../../../mocks/enedis/wire/v2/query.ts'
import { hasSamples, sampleOf, samplesMissing } from '../../../support/enedis-samples.ts'

const usagePoint = '25000000000246' as About['usagePoint']
const about: About = { usagePoint, from: '2026-10-05', until: '2026-10-07', direction: 'consumption' }
const produced: About = { ...about, direction: 'production' }
const days = [
  { day: '2026-10-05', energyWh: 11_840 },
  { day: '2026-10-06', energyWh: 12_615 },
]
const point = (stamp: string, watts: number, minutes: CurvePoint['minutes'] = 30): CurvePoint => {
  return { stamp, startsAt: 0, minutes, energyWh: (watts * minutes) / 60, watts, nature: 'B' }
}
const curve = [point('2026-10-05 00:30:00', 412), point('2026-10-05 01:00:00', 398), point('2026-10-06 00:00:00', 520)]
const peak = (voltAmperes: number) => ({ stamp: '2026-10-05 19:02:41', voltAmperes })
const threePhases: PeakOf[] = [
  { quantity: 'PMA', peaks: [peak(4321)] },
  { quantity: 'PMA1', peaks: [peak(1710)] },
  { quantity: 'PMA2', peaks: [peak(1490)] },
  { quantity: 'PMA3', peaks: [peak(1205)] },
]
const values = (...told: number[]) => told.map((wh, at) => ({ day: `2026-10-0${5 + at}`, wh }))
const dials: IndexView = {
  calendars: [
    {
      id: 'FC000002',
      label: 'Heures Pleines Heures Creuses',
      classes: [
        { id: 'HC', label: 'Heures Creuses', dial: 'EASF01', values: values(4000, 6500) },
        { id: 'HP', label: 'Heures Pleines', dial: 'EASF02', values: values(9000, 18_340) },
      ],
    },
  ],
  total: { dial: 'EAST', values: values(13_000, 24_840) },
}

const bodies: Readonly<Record<string, string>> = {
  'consommation-quotidienne': encodeDailyEnergy(about, { days, knownBy: 'indexes' }),
  'consommation-quotidienne-c4': encodeDailyEnergy(about, { days, knownBy: 'curve' }),
  'production-quotidienne': encodeDailyEnergy(produced, { days, knownBy: 'indexes' }),
  'courbe-de-charge-consommation': encodeLoadCurve(about, [...curve, point('2026-10-06 01:00:00', 9, 60)]),
  'courbe-de-charge-production': encodeLoadCurve(produced, curve),
  'puissance-max': encodeMaxPower(about, { by: 'day', phases: false }, threePhases.slice(0, 1)),
  'puissance-max-tout': encodeMaxPower(about, { by: 'day', phases: true }, threePhases),
  'puissance-max-mois': encodeMaxPower(about, { by: 'month', phases: false }, [
    { quantity: 'PMA', peaks: [peak(4321), { stamp: '2026-11-01 00:00:00', voltAmperes: null }] },
  ]),
  'index-consommation': encodeIndexes(about, dials),
  'index-production': encodeIndexes(produced, { calendars: [], total: { dial: 'EAIT', values: values(0, 5120) } }),
}

describe('spells each measure of 2026 as promised', () => {
  test.each(Object.entries(bodies))('%s', async (name, body) => {
    await expect(`${body}\n`).toMatchFileSnapshot(`../../../golden/enedis/v2/${name}.json`)
  })
})

describe.runIf(hasSamples)('is, byte for byte, what was captured of the same measures', () => {
  test('of days', () => {
    const own = encodeDailyEnergy(about, { days, knownBy: 'indexes' })

    expect(own).toBe(JSON.stringify(sampleOf('mesures-v2-consommation-quotidienne')))
  })

  test('of a curve', () => {
    const own = encodeLoadCurve({ ...about, until: '2026-10-06' }, curve)

    expect(own).toBe(JSON.stringify(sampleOf('mesures-v2-courbe-de-charge-consommation')))
  })
})

if (!hasSamples) console.error(samplesMissing)

test('corrected points say so', () => {
  const [corrected] = [{ ...(curve[0] as CurvePoint), nature: 'C' as const }]

  expect(encodeLoadCurve(about, [corrected as CurvePoint])).toContain('"n":"C"')
})

describe('reads a request for measures', () => {
  const asked = { pointId: usagePoint, dateDebut: '2026-10-05', dateFin: '2026-10-07' }

  test('by its three parameters', () => {
    expect(decodeWindow(asked)).toEqual({ usagePoint, from: '2026-10-05', until: '2026-10-07' })
  })

  test('with leading zeros of the usage point', () => {
    expect(decodeWindow({ ...asked, pointId: '00000000000246' }).usagePoint).toBe('00000000000246')
  })

  test.each([
    [{ pointId: '' }, 'usagePointMissing'],
    [{ pointId: '2500000000024' }, 'usagePointMalformed'],
    [{ pointId: '25000000000246 ' }, 'usagePointMalformed'],
    [{ dateDebut: '' }, 'startMissing'],
    [{ dateFin: '' }, 'endMissing'],
    [{ dateDebut: '05/10/2026' }, 'startMalformed'],
    [{ dateDebut: '2026-10-05T00:00:00' }, 'startMalformed'],
    [{ dateFin: '2026-02-30' }, 'endMalformed'],
  ])('and refuses one with %j: %s', (wrong, refusal) => {
    expect(() => decodeWindow({ ...asked, ...wrong })).toThrow(expect.objectContaining({ refusal }))
  })

  test.each([
    [
      { mesuresPas: 'P1D', grandeurPhysique: 'PMA' },
      { by: 'day', phases: false },
    ],
    [
      { mesuresPas: 'P1M', grandeurPhysique: 'TOUT' },
      { by: 'month', phases: true },
    ],
  ])('for peaks with %j', (query, meaning) => {
    expect(decodePeaks(query)).toEqual(meaning)
  })

  test.each([
    [{ grandeurPhysique: 'PMA' }, 'parameterMissing', 'Le paramètre mesuresPas est obligatoire'],
    [{ mesuresPas: 'P1D' }, 'parameterMissing', 'Le paramètre grandeurPhysique est obligatoire'],
    [{ mesuresPas: 'P1Y', grandeurPhysique: 'PMA' }, 'parameterInvalid', 'mesuresPas'],
    [{ mesuresPas: 'P1D', grandeurPhysique: 'toString' }, 'parameterInvalid', 'grandeurPhysique'],
  ])('but not for peaks with %j', (query, refusal, says) => {
    const message = expect.stringContaining(says) as string

    expect(() => decodePeaks(query)).toThrow(expect.objectContaining({ refusal, message }))
  })
})
