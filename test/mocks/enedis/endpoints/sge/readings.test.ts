import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contract, login, openSge, type Sge, type Told } from '../../../../support/enedis-sge.ts'
import { codeOf, detailed, told } from '../../../../support/enedis-sge-replies.ts'

type PointTold = Exclude<NonNullable<NonNullable<Told['customers']>[string]['usagePoints']>[string], string>
type Right = { autorisationClient?: boolean; contratConcluNouveauClientSurSite?: boolean }

const at = (home: PointTold = {}): Told => ({
  customers: { claire: { usagePoints: { home: { commissionedOn: '2019-03-04', ...home } } } },
})
const prmIn = (sge: Sge) => sge.state(({ names }) => names.usagePoint['claire.home'] as string)
const asking = (pointId: string, right: Right = { autorisationClient: true }) => ({
  pointId,
  loginDemandeur: login,
  contratId: contract,
  ...right,
})

const open = (home: PointTold = {}, options: object = {}) => openSge(at(home), { probing: false, ...options })

async function grids(sge: Sge) {
  const reply = await told(sge, 'consultationMesures', asking(prmIn(sge)))
  return {
    turpe: reply.seriesMesuresDateesGrilleTurpe?.serie,
    supplier: reply.seriesMesuresDateesGrilleFrn?.serie ?? [],
  }
}

type Serie = Awaited<ReturnType<typeof grids>>['supplier'][number]
const classesOf = (series: Serie[] = []) => series.map(({ classeTemporelle }) => classeTemporelle?.code)
const measuresOf = ({ mesuresDatees }: Serie) => mesuresDatees?.mesure ?? []
const kwhOf = (series: Serie[] = []) => series.flatMap(measuresOf).reduce((sum, { valeur }) => sum + valeur, 0)

test('tells twelve months by the hours of the grid and by those of the supplier, newest first', async () => {
  const { turpe, supplier } = await grids(await open())
  const [first] = supplier.map(measuresOf)

  expect(classesOf(turpe)).toEqual(['HCB', 'HPB', 'HCH', 'HPH'])
  expect(classesOf(supplier)).toEqual(['HC', 'HP'])
  expect(supplier.every(({ grandeurPhysique, unite }) => grandeurPhysique.code === 'EA' && unite === 'kWh')).toBe(true)
  expect(first).toHaveLength(12)
  expect(first?.[0]).toMatchObject({ dateDebut: '2026-09-01', dateFin: '2026-10-01' })
  expect(first?.at(-1)).toMatchObject({ dateDebut: '2025-10-01', dateFin: '2025-11-01' })
  expect(first?.[0]).toMatchObject({
    nature: { code: 'REEL' },
    declencheur: { code: 'CYCLIQUE' },
    statut: { code: 'INITIALE' },
  })
})

test('both grids count one energy, which is that of the days', async () => {
  const sge = await open()
  const days = detailed.v2(prmIn(sge), {
    mesuresTypeCode: 'ENERGIE',
    grandeurPhysique: 'EA',
    dateDebut: '2025-10-01',
    dateFin: '2026-10-01',
  })

  const { turpe, supplier } = await grids(sge)
  const daily = await told(sge, 'mesuresDetailleesV2', days)

  const kwh = (daily.grandeur[0]?.mesure ?? []).reduce((sum, { v }) => sum + (v ?? NaN), 0) / 1000
  // What each class rounds off at its last reading.
  expect(kwh - kwhOf(supplier)).toBeGreaterThanOrEqual(0)
  expect(kwh - kwhOf(supplier)).toBeLessThan(2)
  expect(kwh - kwhOf(turpe)).toBeLessThan(4)
})

test('a home that is not open to services has the grid of the supplier alone', async () => {
  const { turpe, supplier } = await grids(await open({ servicesLevel: '1', consumption: { curve: 'never' } }))

  expect(turpe).toBeUndefined()
  expect(classesOf(supplier)).toEqual(['HC', 'HP'])
})

test('a company has the hours of its tariff', async () => {
  const { turpe } = await grids(await open({ segment: 'C2' }))

  expect(classesOf(turpe)).toEqual(expect.arrayContaining(['HCB', 'HPB', 'HCH', 'HPH', 'P']))
})

test('nothing is told of the days before the holder moved in', async () => {
  const { supplier } = await grids(await open({ movedIn: '2026-08-17' }))

  expect(measuresOf(supplier[0] as Serie).map(({ dateDebut, dateFin }) => `${dateDebut} ${dateFin}`)).toEqual([
    '2026-09-01 2026-10-01',
    '2026-08-17 2026-09-01',
  ])
})

test('another supplier, another tariff and the end of a contract are readings of their own', async () => {
  const sge = await open()
  const home = { usagePoint: 'claire.home' }
  await sge.utility('changeSupplier', { ...home, on: '2026-09-09', contractor: 'AUTRE' })
  await sge.utility('changeTerms', { ...home, on: '2026-09-12', calendar: 'BASE', tariff: 'BTINFCUST' })
  await sge.utility('moveOut', { ...home, on: '2026-09-15' })

  const { supplier } = await grids(sge)

  const read = (serie: Serie | undefined) => {
    return measuresOf(serie as Serie).map(({ dateFin, declencheur }) => [dateFin, declencheur?.code])
  }
  const base = supplier.find(({ calendrier }) => calendrier?.code === 'FC000001')
  const twoClasses = supplier.find(({ calendrier }) => calendrier?.code === 'FC000002')
  expect(read(base)).toEqual([['2026-09-15', 'RES']])
  expect(read(twoClasses).slice(0, 3)).toEqual([
    ['2026-09-12', 'AUTRE'],
    ['2026-09-09', 'CFN'],
    ['2026-09-01', 'CYCLIQUE'],
  ])
})

test('what was corrected since is told as such, and what was never read is estimated', async () => {
  const sge = await open()
  await sge.utility('correctReadings', { usagePoint: 'claire.home', when: '2026-07-10', to: { times: 2 } })
  await sge.utility('loseReadings', { usagePoint: 'claire.home', when: '2026-06-01', of: 'everything' })

  const [serie] = (await grids(sge)).supplier
  const months = new Map(measuresOf(serie as Serie).map((one) => [one.dateDebut, one]))

  expect(months.get('2026-07-01')).toMatchObject({ statut: { code: 'RECTIFIEE' }, nature: { code: 'REEL' } })
  expect(months.get('2026-05-01')).toMatchObject({ statut: { code: 'INITIALE' }, nature: { code: 'ESTI' } })
})

test.each<[string, Right]>([
  ['SGT4G2', { autorisationClient: false }],
  ['SGT4G2', { contratConcluNouveauClientSurSite: false }],
  ['SGT4G2', {}],
  ['200', { contratConcluNouveauClientSurSite: true }],
])('answers %s to %j', async (code, right) => {
  const sge = await open()

  expect(await codeOf(sge, 'consultationMesures', asking(prmIn(sge), right))).toBe(code)
})

test('a point that only produces, one that does not communicate, and none at all are refused', async () => {
  const code = async (home: PointTold) => {
    const sge = await open(home)
    return codeOf(sge, 'consultationMesures', asking(prmIn(sge)))
  }

  expect(await code({ consumption: null, production: {} })).toBe('SGT466')
  expect(await code({ servicesLevel: '0', consumption: { curve: 'never' } })).toBe('SGT4G3')
  expect(await codeOf(await open(), 'consultationMesures', asking('99999999999999'))).toBe('SGT401')
})

test("whatever the point and the day, what is told fits Enedis's own schema", async () => {
  const anyPoint = fc.record({
    segment: fc.constantFrom('C1' as const, 'C2' as const, 'C4' as const, 'C5' as const),
    calendar: fc.constantFrom('BASE' as const, 'HPHC' as const),
    movedIn: fc.constantFrom('2020-02-29', '2025-11-30', '2026-10-01'),
  })
  const anyStart = fc.constantFrom('2026-10-06T08:00:00.000Z', '2026-10-25T00:30:00.000Z', '2026-12-31T23:30:00.000Z')
  await fc.assert(
    fc.asyncProperty(anyPoint, anyStart, async (home, start) => {
      const sge = await open(home, { start })

      const { supplier } = await grids(sge).catch((error: Error) => {
        // Nobody has been read yet who moved in this month.
        if (!error.message.includes('SGT4G3')) throw error
        return { supplier: [] }
      })

      expect(supplier.every(({ mesuresDatees }) => (mesuresDatees?.mesure.length ?? 0) <= 13)).toBe(true)
    }),
    { numRuns: 15 },
  )
})
