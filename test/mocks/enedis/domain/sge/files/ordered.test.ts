import { describe, expect, test } from 'vitest'
import { orderFilesOf, type FilesAsked } from '../../../../../../mocks/enedis/domain/sge/orders/files.ts'
import { orderHistory, type HistoryAsked } from '../../../../../../mocks/enedis/domain/sge/orders/history.ts'
import type { Login, UsagePoint, UsagePointId } from '../../../../../../mocks/enedis/model/index.ts'
import type { Deposit } from '../../../../../../mocks/enedis/views/index.ts'
import { unzipped } from '../../../../../../src/toolbox/zip.ts'
import { contract, openNights, recipient, type Nights } from '../../../../../support/enedis-nights.ts'

const by = { party: recipient, login: 'acme@wattproof.example' as Login, environment: 'production' } as const
const fines = {
  flow: 'fines',
  format: 'JSON',
  measures: 'COURBES',
  stage: 'BRUT',
  direction: 'consumption',
  from: '2026-10-25',
  until: '2026-10-26',
} as const

function order(nights: Nights, points: readonly { id: string }[], told: Partial<FilesAsked> = {}) {
  const usagePoints = points.map(({ id }) => id as UsagePointId)
  const asked = { by, contract, reference: null, usagePoints, right: 'agreement', asks: fines, ...told } as const
  return orderFilesOf(nights.state, { ...asked, usagePoints: [...usagePoints] }, nights.house())
}

function askHistory(nights: Nights, point: UsagePoint, told: Partial<HistoryAsked> = {}) {
  const asked: HistoryAsked = {
    ...{
      by,
      object: 'HDM',
      reference: null,
      usagePoint: point.id,
      contract,
      measures: 'CDC',
      stage: 'BRUT',
      step: null,
    },
    ...{ from: '2026-10-25', until: '2026-10-27', agreement: { agreed: true, client: null } },
    ...told,
  }
  return orderHistory(nights.state, asked, nights.house()).order
}

/** The only file of the only deposit. */
function onlyText(nights: Nights): string {
  const [deposit, ...more] = nights.deposits()
  const [file, ...others] = nights.open(deposit as Deposit)
  expect([more, others]).toEqual([[], []])
  return file?.text ?? ''
}
const later = '2026-11-02T11:00:00.000Z'
const collected = { consumption: { curve: [{ from: '2026-10-26' }] } }

describe('an order of history', () => {
  test('leads to a file two hours later, and not before', () => {
    const nights = openNights()
    const { id } = askHistory(nights, nights.point())

    nights.until('2026-11-02T10:59:59.000Z')
    expect(nights.deposits()).toEqual([])
    nights.until(later)

    expect(nights.deposits().map(({ flow, order: of, at }) => [flow, of, at])).toEqual([['HDM', id, later]])
    expect(nights.state.sge.orders[id]?.deposited?.archives).toEqual([nights.deposits()[0]?.archive])
  })

  test('tells by the hour what the meter remembered and by half hours what was collected, on the long day too', () => {
    const nights = openNights()
    askHistory(nights, nights.point(collected))

    nights.until(later)

    const rows = onlyText(nights).trimEnd().split('\n').slice(3)
    expect(rows).toHaveLength(25 + 48)
  })

  test.each([
    ['none', 48],
    ['everywhere', 25 + 48],
  ])('by the switch %s of what came before collection has %i points', (preActivationCurve, count) => {
    const nights = openNights({ switches: { preActivationCurve } })
    askHistory(nights, nights.point(collected))

    nights.until(later)

    expect(onlyText(nights).trimEnd().split('\n').slice(3)).toHaveLength(count)
  })

  test('of a curve that nobody ever had collected has headings and no points', () => {
    const nights = openNights()
    askHistory(nights, nights.point({ consumption: { curve: [] } }))

    nights.until(later)

    expect(onlyText(nights).trimEnd().split('\n')).toHaveLength(3)
  })

  test.each([
    ['a curve of more than two years ago', { from: '2024-11-01' }, 'SGT4L8'],
    ['indexes of more than three years ago', { measures: 'IDX', from: '2023-11-01' }, 'SGT4L8'],
    ['days to come', { until: '2026-11-03' }, 'SGT4K1'],
    ['no day at all', { until: '2026-10-25' }, 'SGT4K4'],
    ['a curve in ten minutes of a home', { step: 10 }, 'SGT4H3'],
    ['anything without the customer', { agreement: { agreed: false, client: null } }, 'SGT566'],
    ['something else than history', { object: 'AME' }, 'SGT463'],
    ['peaks', { measures: 'PMAX' }, 'SGT4Q1'],
  ] as const)('of %s is refused', (_, told, code) => {
    const nights = openNights()
    const point = nights.point({ commissionedOn: '2020-01-05' })

    expect(() => askHistory(nights, point, told)).toThrow(expect.objectContaining({ code }) as Error)
    expect(nights.agenda.size).toBe(0)
  })

  test('may not be repeated within half an hour', () => {
    const nights = openNights()
    const point = nights.point()
    askHistory(nights, point)

    expect(() => askHistory(nights, point)).toThrow(expect.objectContaining({ code: 'SGT584' }) as Error)
    nights.until('2026-11-02T09:30:00.000Z')
    expect(askHistory(nights, point).id).toMatch(/^[0-9A-Z]{8}$/)
  })
})

describe('an order on the portal', () => {
  test('leads to the same file as one by the web service, without an agreement', () => {
    const nights = openNights()
    const point = nights.point()
    nights.state.names.usagePoint['home'] = point.id
    nights.state.names.party['you'] = recipient

    nights.act('orderHistory', {
      usagePoint: 'home',
      party: 'you',
      measures: 'IDX',
      from: '2026-10-24',
      until: '2026-10-27',
    })
    nights.until(later)

    expect(
      onlyText(nights)
        .trimEnd()
        .split('\n')
        .slice(3)
        .map((row) => row.split(';')[0]),
    ).toEqual(['2026-10-23T23:00:00+01:00', '2026-10-24T23:00:00+01:00', '2026-10-26T00:00:00+01:00'])
  })

  test('goes back 24 months at most', () => {
    const nights = openNights()
    const point = nights.point({ commissionedOn: '2020-01-05' })
    nights.state.names.usagePoint['home'] = point.id
    nights.state.names.party['you'] = recipient
    const told = { usagePoint: 'home', party: 'you', measures: 'IDX', until: '2024-12-01' }

    expect(() => nights.act('orderHistory', { ...told, from: '2024-11-01' })).toThrow(
      expect.objectContaining({ code: 'SGT4L8' }) as Error,
    )
    expect(nights.act('orderHistory', { ...told, from: '2024-11-02' })).toEqual({
      affaire: expect.any(String) as string,
    })
  })
})

describe('an order of M023', () => {
  test.each([
    ['COURBES', 'R63'],
    ['INDEX', 'R64'],
    ['ENERGIE', 'R65'],
    ['PMAX', 'R66'],
  ] as const)('of %s leads to a plain archive of %s in JSON with every point', (measures, flow) => {
    const nights = openNights()
    const points = [nights.point(), nights.point({ segment: 'C4' })]
    const { id } = order(nights, points, { asks: { ...fines, measures } })

    nights.until(later)

    const told = JSON.parse(onlyText(nights)) as { header: object; mesures: { idPrm: string }[] }
    expect(told.header).toMatchObject({ codeFlux: flow, idDemande: id, format: 'JSON' })
    expect(told.mesures.map(({ idPrm }) => idPrm)).toEqual(points.map((point) => point.id))
    expect(nights.deposits().map((deposit) => [deposit.flow, deposit.encryption])).toEqual([[flow, null]])
  })

  test('may be encrypted, by a switch', () => {
    const nights = openNights({ switches: { m023Archives: 'encrypted' } })
    order(nights, [nights.point()])

    nights.until(later)

    expect(nights.deposits()[0]?.encryption).toEqual({ scheme: 'aes-256-own-iv', key: 1 })
    expect(onlyText(nights)).toContain('R63')
  })

  test('of bills tells the readings of each month with every dial', () => {
    const nights = openNights()
    const asks = {
      flow: 'facturantes',
      format: 'JSON',
      direction: 'consumption',
      from: '2026-08-01',
      until: '2026-11-01',
    }
    order(nights, [nights.point()], { asks: asks as FilesAsked['asks'] })

    nights.until(later)

    type Told = { contexte: { dateReleve: string; grandeur: { cadranTotalisateur: { valeur: { v: number }[] } }[] }[] }
    const [bill] = (JSON.parse(onlyText(nights)) as { mesures: Told[] }).mesures
    expect(bill?.contexte.map(({ dateReleve }) => dateReleve)).toEqual(['2026-08-01', '2026-09-01', '2026-10-01'])
    const totals = bill?.contexte.map(({ grandeur }) => grandeur[0]?.cadranTotalisateur.valeur[0]?.v ?? 0) ?? []
    expect(totals).toEqual(totals.toSorted((one, other) => one - other))
    expect(totals[0]).toBeGreaterThan(0)
  })

  test.each(['JSON', 'CSV'] as const)(
    'of data leads to an archive of archives of a thousand points each, in %s',
    (format) => {
      const nights = openNights()
      const points = Array.from({ length: 1001 }, () => nights.point())
      order(nights, points, { asks: { flow: 'itc', format, direction: 'consumption' } })

      nights.until(later)

      const [deposit] = nights.deposits()
      const secondaries = unzipped(Buffer.from(deposit?.bytes ?? '', 'base64'))
      const files = secondaries
        .flatMap(({ bytes }) => unzipped(bytes))
        .map(({ bytes }) => new TextDecoder().decode(bytes))
      expect(deposit?.files).toEqual(secondaries.map(({ name }) => name))
      const count = (text: string) =>
        format === 'JSON' ? (JSON.parse(text) as { mesures: [] }).mesures.length : text.trimEnd().split('\n').length - 1
      expect(files.map(count)).toEqual([1000, 1])
      expect(files[1]).toContain(points[1000]?.id)
    },
  )

  test('tells in a report which points it was refused for, and why', () => {
    const nights = openNights()
    const [open, ...closed] = [
      nights.point(),
      nights.point({ servicesLevel: '0' }),
      nights.point({ opposesCurve: true }),
      { id: '30001610071843' },
    ] as const
    const { id } = order(nights, [open, ...closed])

    nights.until(later)

    const [measures, report] = nights.deposits()
    expect([measures?.flow, measures?.usagePoints]).toEqual(['R63', [open.id]])
    expect(JSON.parse(nights.open(report as Deposit)[0]?.text ?? '')).toMatchObject({
      header: { codeFlux: 'CR.M023', idDemande: id },
      nombrePrmAcceptes: 1,
      prmRejetes: closed.map((point, at) => ({
        idPrm: point.id,
        codeRejet: ['SGT4M9', 'SGT4H7', 'SGT401'][at],
      })),
    })
    expect(nights.state.sge.orders[id]?.deposited?.refused).toEqual(closed.map((point) => point.id))
  })

  test('by an access service is refused for points without one, by holding for those of others', () => {
    const nights = openNights()
    const [mine, other] = [nights.point(), nights.point()]
    nights.subscribe(mine, { family: 'acces', type: 'ACCES', periodicity: null })
    order(nights, [mine, other], { right: 'accessService' })
    order(nights, [mine], { right: 'holder' })

    nights.until(later)

    const reports = nights.deposits('CR.M023').map((deposit) => {
      const told = JSON.parse(nights.open(deposit)[0]?.text ?? '') as {
        prmRejetes: { idPrm: string; codeRejet: string }[]
      }
      return told.prmRejetes.map(({ idPrm, codeRejet }) => [idPrm, codeRejet])
    })
    expect(reports).toEqual([[[other.id, 'SGT4G2']], [[mine.id, 'SGT4N1']]])
  })

  test.each([
    ['COURBES', 1500],
    ['INDEX', 1500],
    ['ENERGIE', 10_000],
    ['PMAX', 10_000],
  ] as const)('of %s names %i points at most', (measures, most) => {
    const nights = openNights()
    const points = Array.from({ length: most + 1 }, (_, at) => ({ id: String(25_000_000_000_000 + at) }))
    const ask = (named: typeof points) => order(nights, named, { asks: { ...fines, measures } })

    expect(() => ask(points)).toThrow(expect.objectContaining({ code: 'SGT402' }) as Error)
    expect(ask(points.slice(1)).usagePoints).toHaveLength(most)
  })

  test.each([
    ['a curve of more than two years ago', { from: '2024-11-01' }, 'SGT4L8'],
    ['days that end before they begin', { until: '2026-10-20' }, 'SGT4K4'],
    ['days to come', { until: '2026-11-03' }, 'SGT4K1'],
  ])('of %s is refused at once', (_, told, code) => {
    const nights = openNights()
    const point = nights.point()

    expect(() => order(nights, [point], { asks: { ...fines, ...told } })).toThrow(
      expect.objectContaining({ code }) as Error,
    )
  })

  test('brings nothing in homologation', () => {
    const nights = openNights()
    const { id } = order(nights, [nights.point()], { by: { ...by, environment: 'homologation' } })

    nights.until(later)

    expect(nights.deposits()).toEqual([])
    expect(nights.state.sge.orders[id]?.deposited).toBeNull()
  })
})
