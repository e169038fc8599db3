import { describe, expect, test } from 'vitest'
import type { AffaireId } from '../../../../../mocks/enedis/model/index.ts'
import type { CurvePoint, ForWhom, OrderedMeasures } from '../../../../../mocks/enedis/views/index.ts'
import { asFound, writeOrdered } from '../../../../../mocks/enedis/wire/flows/ordered-archives.ts'
import type { OrderHead } from '../../../../../mocks/enedis/wire/flows/order-files.ts'
import { encodeOrdered, encodeReport, flowOf } from '../../../../../mocks/enedis/wire/flows/ordered.ts'
import { at, golden, recipient, usagePoint } from './samples.ts'

const head: OrderHead = {
  system: 'GRD-F0001',
  recipientType: 'TIERS',
  recipient,
  order: 'M0A1B2C3',
  channel: '123456',
  format: 'JSON',
}
const about = { usagePoint, direction: 'consumption', stage: 'BRUT', from: '2026-11-14', until: '2026-11-16' } as const
const point = (stamp: string, watts: number, nature: CurvePoint['nature'] = 'B'): CurvePoint => {
  return { stamp, startsAt: 0, minutes: 10, energyWh: watts / 6, watts, nature }
}
const values = [
  { day: '2026-11-14', wh: 4000 },
  { day: '2026-11-15', wh: 6500 },
]
const measures: readonly OrderedMeasures[] = [
  {
    ...about,
    of: 'COURBES',
    curves: [
      { quantity: 'PA', points: [point('2026-11-14 00:00:00', 5400), point('2026-11-14 00:10:00', 6000, 'C')] },
      { quantity: 'PRI', points: [point('2026-11-14 00:00:00', 1620)] },
    ],
  },
  {
    ...about,
    of: 'INDEX',
    indexes: {
      calendars: [{ id: 'FC000001', label: 'Base', classes: [{ id: 'BASE', label: 'Base', dial: 'EASF01', values }] }],
      total: { dial: 'EAST', values },
    },
  },
  { ...about, of: 'ENERGIE', days: [{ day: '2026-11-14', energyWh: 2500 }] },
  {
    ...about,
    of: 'PMAX',
    peaks: [{ quantity: 'PMA', peaks: [{ stamp: '2026-11-14 19:02:41', voltAmperes: 4321 }] }],
  },
]

const textsOf = (...asked: Parameters<typeof encodeOrdered>) => [...encodeOrdered(...asked)].map(({ text }) => text)

describe.each(measures)('what was ordered of $of', (one) => {
  const flow = flowOf[one.of]

  test('is spelled in JSON as promised', async () => {
    const [file] = textsOf(flow, head, [one])

    await expect(`${JSON.stringify(JSON.parse(file ?? ''), null, 2)}\n`).toMatchFileSnapshot(
      golden(`${flow.toLowerCase()}.json`),
    )
  })

  test('is spelled in CSV as promised', async () => {
    const [file] = textsOf(flow, { ...head, format: 'CSV' }, [one])

    await expect(file).toMatchFileSnapshot(golden(`${flow.toLowerCase()}.csv`))
  })
})

test('goes into as many files as its limit makes, each whole by itself', () => {
  const [one] = measures as [OrderedMeasures]
  const whole = textsOf('R63', head, [one, one, one])

  const parts = textsOf('R63', head, [one, one, one], { most: 700 })

  expect(whole).toHaveLength(1)
  expect(parts.length).toBeGreaterThan(1)
  const read = parts.map((part) => JSON.parse(part) as { header: object; mesures: object[] })
  expect(read.map(({ header }) => header)).toEqual(
    read.map(() => (JSON.parse(whole[0] ?? '') as { header: object }).header),
  )
  expect(read.flatMap(({ mesures }) => mesures)).toHaveLength(3)
})

test('a row of CSV has as many fields as its heading', () => {
  for (const one of measures) {
    const [file] = textsOf(flowOf[one.of], { ...head, format: 'CSV' }, [one])
    const widths = (file ?? '')
      .trimEnd()
      .split('\n')
      .map((row) => row.split(';').length)
    expect(new Set(widths)).toEqual(new Set([11]))
  }
})

test('an order that brings nothing is a file with its head', () => {
  const [file] = textsOf('R63', head, [])

  expect(JSON.parse(file ?? '')).toMatchObject({ header: { codeFlux: 'R63', idDemande: 'M0A1B2C3' }, mesures: [] })
})

test('spells the report on refused usage points as promised', async () => {
  const refused = [{ usagePoint, code: 'SGT4K2', why: 'Le client doit avoir donné son accord.' }]

  const report = encodeReport(head, { accepted: 2, refused })

  await expect(`${JSON.stringify(JSON.parse(report), null, 2)}\n`).toMatchFileSnapshot(golden('cr-m023.json'))
})

test('each archive of an order names the points that are in it', () => {
  const [one] = measures as [OrderedMeasures]
  const points = [1, 2, 3].map((number) => ({ ...one, usagePoint: `2500000000024${number}` as typeof usagePoint }))
  const asks = { ...about, flow: 'fines', format: 'JSON', measures: 'COURBES' } as const
  const order = { order: 'M0A1B2C3', recipient, contract: 'GRD-F0001', environment: 'production', at } as never as {
    order: AffaireId
  } & ForWhom

  const archives = [...writeOrdered({ ...order, flow: 'fines', asks, measures: points }, { most: 700 })]

  expect(archives.map(({ usagePoints }) => usagePoints)).toEqual(
    archives.map(({ files }) => {
      const [file] = files
      const { mesures } = JSON.parse(file && 'text' in file ? file.text : '') as { mesures: { idPrm: string }[] }
      return mesures.map(({ idPrm }) => idPrm)
    }),
  )
  expect(archives.length).toBeGreaterThan(1)
  expect(archives[1]?.archive).toContain('_00002_')
})

test.each([
  ['R64', { r64Ending: 'JSON', m023Sibling: 'none' }, ['one.JSON']],
  ['R63', { r64Ending: 'JSON', m023Sibling: 'none' }, ['one.json']],
  ['R64', { r64Ending: 'json', m023Sibling: 'svc' }, ['one.json', 'all_svc.xml']],
  ['HDM', { r64Ending: 'json', m023Sibling: 'svc' }, ['one.json']],
] as const)(
  'an archive of %s holds what some integrators found, where switches say so: %o',
  (flow, settings, names) => {
    const written = { flow, archive: 'all.zip', files: [{ name: 'one.json', text: '{}' }], usagePoints: [usagePoint] }

    expect(asFound(written, settings).files.map(({ name }) => name)).toEqual(names)
  },
)
