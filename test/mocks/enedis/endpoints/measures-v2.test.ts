import { describe, expect, test } from 'vitest'
import { claireAt, openApis, type Apis } from '../../../support/enedis-apis.ts'
import { ask, peaks, type Query } from './v2-client.ts'

type Point = { v: string | null; d: string; p?: string; n?: string; iv?: string; ec?: string }
type Value = { d: string; v: number; iv: number }
type Dials = {
  grandeurMetier: string
  calendrier: { idCalendrier: string; classeTemporelle: { idClasseTemporelle: string; valeur: Value[] }[] }[]
  cadranTotalisateur: { codeCadran: string; valeur: Value[] }
}
type Quantity = { grandeurMetier: string; grandeurPhysique: string; unite: string; points: Point[] }
type Body = {
  idPrm: string
  etapeMetier: string
  periode: object
  modeCalcul: string
  pas?: string
  grandeur: Quantity[]
  contexte: { contexteReleve: string; typeReleve: string; grandeur: Dials[] }[]
}

const selfConsumer = claireAt({ production: {} })
const months = { mesuresPas: 'P1M', grandeurPhysique: 'PMA' }

async function bodyOf(apis: Apis, resource: string, from: string, until: string, more: Query = {}): Promise<Body> {
  return (await (await ask(apis, resource, from, until, more)).json()) as Body
}
async function pointsOf(...asked: Parameters<typeof bodyOf>): Promise<Point[]> {
  return (await bodyOf(...asked)).grandeur[0]?.points ?? []
}
const totalOf = ({ contexte }: Body) => contexte[0]?.grandeur[0]?.cadranTotalisateur.valeur ?? []

describe('every resource', () => {
  test.each([
    [
      'consommation_quotidienne',
      {},
      ['CONS', 'EA', 'Wh'],
      { modeCalcul: 'DIFF.INDEX', typeValeur: 'GLOBALE', pas: 'P1D' },
      2,
    ],
    ['production_quotidienne', {}, ['PROD', 'EA', 'Wh'], { modeCalcul: 'DIFF.INDEX', pas: 'P1D' }, 2],
    ['courbe_de_charge_consommation', {}, ['CONS', 'PA', 'W'], { modeCalcul: 'MESURE' }, 96],
    ['courbe_de_charge_production', {}, ['PROD', 'PA', 'W'], { modeCalcul: 'MESURE' }, 96],
    ['puissance_conso_max_quotidienne', peaks, ['CONS', 'PMA', 'VA'], { modeCalcul: 'MESURE', pas: 'P1D' }, 2],
  ])('%s names its window, its quantity and its points', async (resource, more, names, head, length) => {
    const apis = await openApis(selfConsumer)

    const answer = await ask(apis, resource, '2026-09-01', '2026-09-03', more)

    const body = (await answer.json()) as Body
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
    expect(body).toMatchObject({
      idPrm: apis.prm(),
      etapeMetier: 'BRUT',
      periode: { dateDebut: '2026-09-01', dateFin: '2026-09-03' },
      ...head,
    })
    const [quantity] = body.grandeur
    expect([quantity?.grandeurMetier, quantity?.grandeurPhysique, quantity?.unite]).toEqual(names)
    expect(quantity?.points).toHaveLength(length)
    expect(quantity?.points.every(({ v }) => /^\d+$/.test(v ?? ''))).toBe(true)
  })

  test.each(['index_consommation', 'index_production'])('%s has its dials in a context', async (resource) => {
    const body = await bodyOf(await openApis(selfConsumer), resource, '2026-09-01', '2026-09-03')

    expect(body.grandeur).toEqual([])
    expect(body.contexte).toMatchObject([{ contexteReleve: 'COL', typeReleve: 'AQ' }])
    expect(totalOf(body).map(({ d, v, iv }) => [d, typeof v, iv])).toEqual([
      ['2026-09-01 00:00:00', 'number', 0],
      ['2026-09-02 00:00:00', 'number', 0],
    ])
  })

  test('may come as octets, as some clients were tried with', async () => {
    const apis = await openApis(claireAt(), { dialect: { measuresType: 'application/octet-stream' } })

    const answer = await ask(apis, 'consommation_quotidienne', '2026-09-01', '2026-09-03')

    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(await answer.json()).toMatchObject({ idPrm: apis.prm() })
  })

  test('keeps what was asked in the journal', async () => {
    const apis = await openApis()

    await ask(apis, 'consommation_quotidienne', '2026-09-01', '2026-09-03')

    expect(apis.lastExchange()?.request.decoded).toEqual({
      pointId: apis.prm(),
      dateDebut: '2026-09-01',
      dateFin: '2026-09-03',
    })
  })
})

describe('a load curve', () => {
  test('is stamped with the end of each half hour, the last of a day with the midnight after it', async () => {
    const points = await pointsOf(await openApis(), 'courbe_de_charge_consommation', '2026-09-01', '2026-09-02')

    expect(points[0]).toMatchObject({ d: '2026-09-01 00:30:00', p: 'PT30M', n: 'B', iv: '0', ec: '0' })
    expect(points.at(-1)).toMatchObject({ d: '2026-09-02 00:00:00' })
  })

  test('has 46 points on the short day and 50 on the long one', async () => {
    const apis = await openApis(claireAt(), { now: '2026-11-02T10:00:00.000Z' })

    const spring = await pointsOf(apis, 'courbe_de_charge_consommation', '2026-03-29', '2026-03-30')
    const autumn = await pointsOf(apis, 'courbe_de_charge_consommation', '2026-10-25', '2026-10-26')

    expect([spring.length, autumn.length]).toEqual([46, 50])
    expect(autumn.filter(({ d }) => d === '2026-10-25 02:30:00')).toHaveLength(2)
  })

  test('changes its step where the meter did, if the story says that its memory is told', async () => {
    const told = claireAt({ consumption: { curve: [{ from: '2026-09-02' }] } })
    const apis = await openApis(told, { dialect: { preActivationCurve: 'everywhere' } })

    const points = await pointsOf(apis, 'courbe_de_charge_consommation', '2026-09-01', '2026-09-03')

    expect(points.filter(({ p }) => p === 'PT60M')).toHaveLength(24)
    expect(points.filter(({ p }) => p === 'PT30M')).toHaveLength(48)
  })

  test('leaves out what is missing, without a mark', async () => {
    const apis = await openApis(claireAt({ holesOn: [2, 3] }))

    const points = await pointsOf(apis, 'courbe_de_charge_consommation', '2026-09-07', '2026-09-14')

    expect(points).toHaveLength(5 * 48)
  })
})

describe('the energy of days', () => {
  test('reaches back three years in one call', async () => {
    const points = await pointsOf(await openApis(), 'consommation_quotidienne', '2023-09-20', '2026-10-05')

    expect(points).toHaveLength(1111)
  })

  test('is the sum of a curve where there is no index by day', async () => {
    const apis = await openApis(claireAt({ segment: 'C4' }))

    expect(await bodyOf(apis, 'consommation_quotidienne', '2026-09-01', '2026-09-03')).toMatchObject({
      modeCalcul: 'INTEG.COURBE',
    })
  })
})

describe('the highest power', () => {
  test('is told of each phase where there are three and all is asked for', async () => {
    const quantities = async (phases: 1 | 3, grandeurPhysique: string) => {
      const apis = await openApis(claireAt({ phases }))
      const more = { ...peaks, grandeurPhysique }
      const { grandeur } = await bodyOf(apis, 'puissance_conso_max_quotidienne', '2026-09-01', '2026-09-03', more)
      return grandeur.map(({ grandeurPhysique: one }) => one)
    }

    expect(await quantities(3, 'TOUT')).toEqual(['PMA', 'PMA1', 'PMA2', 'PMA3'])
    expect(await quantities(3, 'PMA')).toEqual(['PMA'])
    expect(await quantities(1, 'TOUT')).toEqual(['PMA'])
  })

  test('of a month is the highest of its days, and nothing where there are few', async () => {
    const apis = await openApis()
    const resource = 'puissance_conso_max_quotidienne'

    const [september, october] = await pointsOf(apis, resource, '2026-09-01', '2026-10-05', months)
    const days = await pointsOf(apis, resource, '2026-09-01', '2026-10-01', peaks)

    expect(september?.v).toBe(String(Math.max(...days.map(({ v }) => Number(v)))))
    expect(october).toEqual({ v: null, d: '2026-10-01 00:00:00' })
  })
})

describe('dials', () => {
  test('are counted by the classes of supplier and distributor, but for what is produced', async () => {
    const apis = await openApis(selfConsumer)
    const dialsOf = async (resource: string) =>
      (await bodyOf(apis, resource, '2026-09-01', '2026-09-03')).contexte[0]?.grandeur[0]

    const [drawn, fed] = [await dialsOf('index_consommation'), await dialsOf('index_production')]

    const classes = drawn?.calendrier.map((one) =>
      one.classeTemporelle.map((each) => each.idClasseTemporelle).join(' '),
    )
    expect(classes).toEqual(['HC HP', 'HCB HPB HCH HPH'])
    expect([drawn?.cadranTotalisateur.codeCadran, drawn?.grandeurMetier]).toEqual(['EAST', 'CONS'])
    expect([fed?.cadranTotalisateur.codeCadran, fed?.grandeurMetier, fed?.calendrier]).toEqual(['EAIT', 'PROD', []])
  })

  test('differ from day to day by what the day measured', async () => {
    const apis = await openApis()

    const shown = totalOf(await bodyOf(apis, 'index_consommation', '2026-09-01', '2026-09-04')).map(({ v }) => v)
    const days = await pointsOf(apis, 'consommation_quotidienne', '2026-09-01', '2026-09-03')

    expect(days.map(({ v }) => Number(v))).toEqual(shown.slice(1).map((wh, at) => wh - (shown[at] ?? 0)))
  })
})
