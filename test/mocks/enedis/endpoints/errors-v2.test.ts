import { describe, expect, test } from 'vitest'
import { claireAt, openApis, type Apis } from '../../../support/enedis-apis.ts'
import { ask, peaks, refusedAs, type Query } from './v2-client.ts'

describe('a request outside the Swagger', () => {
  const wrong: readonly [Query, string, string][] = [
    [{ pointId: undefined }, 'Invalid_request', 'Le paramètre usage_point_id est obligatoire'],
    [{ pointId: '123' }, 'Invalid_request', 'Le paramètre usage_point_id doit comporter 14 chiffres'],
    [{ dateDebut: undefined }, 'invalid_request', 'Le paramètre dateDebut est obligatoire'],
    [{ dateFin: undefined }, 'invalid_request', 'Le paramètre dateFin est obligatoire'],
    [{ dateDebut: '01/09/2026' }, 'invalid_request', 'Le paramètre dateDebut doit être au format AAAA-MM-JJ'],
    [{ dateFin: '2026-09-31' }, 'invalid_request', 'Le paramètre dateFin doit être au format AAAA-MM-JJ'],
    [{ mesuresPas: undefined }, 'invalid_request', 'Le paramètre mesuresPas est obligatoire'],
    [{ grandeurPhysique: undefined }, 'invalid_request', 'Le paramètre grandeurPhysique est obligatoire'],
    [{ mesuresPas: 'PT30M' }, 'invalid_request', 'La valeur du paramètre mesuresPas est incorrecte'],
    [{ grandeurPhysique: 'EA' }, 'invalid_request', 'La valeur du paramètre grandeurPhysique est incorrecte'],
    [{ dateDebut: '2026-09-04' }, 'invalid_request', 'La date de début doit être antérieure à la date de fin'],
  ]
  const asking = (apis: Apis, query: Query) =>
    ask(apis, 'puissance_conso_max_quotidienne', '2026-09-01', '2026-09-03', { ...peaks, ...query })

  test.each(wrong)('with %j is told %s: %s', async (query, error, says) => {
    expect(await refusedAs(await asking(await openApis(), query))).toEqual([400, error, says])
  })

  test.each(wrong)('with %j fails like the platform itself where the story is faithful', async (query) => {
    const apis = await openApis(claireAt(), { dialect: { outOfSpec: 'faithful' } })

    expect(await refusedAs(await asking(apis, query))).toEqual([
      500,
      'technical_error',
      "Problème technique dans l'interrogation du SI coeur",
    ])
  })

  test('that ends as it begins is told so, or fails where the story says that', async () => {
    const asked = async (dialect: Record<string, string>) =>
      (await ask(await openApis(claireAt(), { dialect }), 'consommation_quotidienne', '2026-09-01', '2026-09-01'))
        .status

    expect([await asked({}), await asked({ emptyPeriod: '500' })]).toEqual([400, 500])
  })
})

describe('what may not be read', () => {
  const curve = 'courbe_de_charge_consommation'
  const days = 'consommation_quotidienne'

  test.each([
    ['a curve of eight days', claireAt(), [curve, '2026-09-01', '2026-09-09'], 400, 'ADAM-ERR0126'],
    ['a curve of two years and sixteen days ago', claireAt(), [curve, '2024-09-19', '2024-09-20'], 400, 'ADAM-ERR0125'],
    ['days of three years and sixteen days ago', claireAt(), [days, '2023-09-19', '2023-09-21'], 400, 'ADAM-ERR0125'],
    [
      'indexes of three years and sixteen days ago',
      claireAt(),
      ['index_consommation', '2023-09-19', '2023-09-21'],
      400,
      'ADAM-ERR0125',
    ],
    ['tomorrow', claireAt(), [days, '2026-10-01', '2026-10-06'], 400, 'invalid_request'],
    [
      'days before the meter was in service',
      claireAt({ commissionedOn: '2026-09-10' }),
      [days, '2026-09-01', '2026-09-20'],
      400,
      'ADAM-ERR0123',
    ],
    [
      'days before the customer moved in',
      claireAt({ movedIn: '2026-09-10' }),
      [days, '2026-09-01', '2026-09-20'],
      400,
      'ADAM-ERR0123',
    ],
    [
      'production of one who only consumes',
      claireAt(),
      ['production_quotidienne', '2026-09-01', '2026-09-03'],
      400,
      'ADAM-ERR0069',
    ],
    [
      'a curve its customer opposes',
      claireAt({ opposesCurve: true }),
      [curve, '2026-09-01', '2026-09-03'],
      400,
      'ADAM-ERR0075',
    ],
    [
      'days before those consented to',
      claireAt({}, { dataFrom: '2026-09-02' }),
      [days, '2026-09-01', '2026-09-03'],
      403,
      'ADAM-DC-0009',
    ],
    [
      'a kind of data not consented to',
      claireAt({}, { data: ['dailyEnergy'] }),
      [curve, '2026-09-01', '2026-09-03'],
      403,
      'ADAM-DC-0008',
    ],
    [
      'a curve never activated',
      claireAt({ consumption: { curve: 'never' } }),
      [curve, '2026-09-01', '2026-09-03'],
      404,
      'no_data_found',
    ],
    [
      'a meter that is silent all week',
      claireAt({ holesOn: [2] }),
      [days, '2026-09-01', '2026-09-02'],
      404,
      'no_data_found',
    ],
  ] as const)('%s', async (_, told, [resource, from, until], status, error) => {
    const [answered, code] = await refusedAs(await ask(await openApis(told), resource, from, until))

    expect([answered, code]).toEqual([status, error])
  })

  test('of another usage point is not consented to', async () => {
    const answer = await ask(await openApis(), days, '2026-09-01', '2026-09-03', { pointId: '25000000009974' })

    expect(await refusedAs(answer)).toEqual([
      403,
      'ADAM-DC-0008',
      'Aucun consentement trouvé pour ce client et ce point.',
    ])
  })

  test('of a usage point whose holder has moved out is not theirs', async () => {
    const apis = await openApis()
    await apis.utility('moveOut', { usagePoint: 'claire.home', on: '2026-10-01' })

    const answer = await ask(apis, days, '2026-09-01', '2026-09-03')

    expect(await refusedAs(answer)).toEqual([400, 'ADAM-DC-0007', "Le client n'est pas titulaire du point demandé."])
  })

  test('ends today before it is published, where the story says that it is refused', async () => {
    const told = { dialect: { endToday: 'refusedAtNight' }, now: '2026-10-05T00:41:00.000Z' }

    const [status, error] = await refusedAs(
      await ask(await openApis(claireAt(), told), days, '2026-10-01', '2026-10-05'),
    )

    expect([status, error]).toEqual([400, 'invalid_request'])
  })
})

describe('where there is nothing', () => {
  const reasons = (apis: Apis) =>
    apis.world.journal
      .findings('no-data')
      .list()
      .map(({ says }) => says)

  test('the answer does not say why, but the journal does', async () => {
    const apis = await openApis(claireAt({ consumption: { curve: 'never' } }))

    const answer = await ask(apis, 'courbe_de_charge_consommation', '2026-09-01', '2026-09-03')

    expect(await refusedAs(answer)).toEqual([404, 'no_data_found', 'Pas de mesure trouvée pour ce point'])
    expect(reasons(apis)).toEqual(['Nobody has ever activated the collection of this curve.'])
  })

  test('errors may have the form of the Swagger, and once were a list', async () => {
    const told = claireAt({ consumption: { curve: 'never' } })
    const body = async (bodyOfV2: string) => {
      const apis = await openApis(told, { dialect: { bodyOfV2 } })
      return (await ask(apis, 'courbe_de_charge_consommation', '2026-09-01', '2026-09-03')).json()
    }

    const error = { code: 'no_data_found', message: 'Pas de mesure trouvée pour ce point' }
    expect([await body('swagger'), await body('swaggerList')]).toEqual([error, [error]])
  })
})
