import { describe, expect, test } from 'vitest'
import type { State } from '../../../../mocks/enedis/model/index.ts'
import { claireAt, openApis, type Apis } from '../../../support/enedis-apis.ts'

type Service = Record<string, unknown> & { mesuresTypeCode: string; mesuresPas: string; autorisation: object }
type Body = { nbTotalServices: number; serviceSouscrit?: Service[] | null }

const path = '/subscribed_services/v1'
const authorisationOf = (apis: Apis, name = 'claire.home') =>
  apis.world.read('enedis', (state) => {
    const { consents, names } = state as State
    const consent = Object.values(consents).find(({ usagePoint }) => usagePoint === names.usagePoint[name])
    return Number(consent?.authorisationId)
  })
const asked = (apis: Apis, more: object = {}) => ({ comptage: false, autorisationId: authorisationOf(apis), ...more })
const ask = (apis: Apis, more: object = {}, at = path) => apis.post(at, asked(apis, more))
async function bodyOf(apis: Apis, more: object = {}): Promise<Body> {
  return (await (await ask(apis, more)).json()) as Body
}
async function kindsOf(apis: Apis, more: object = {}): Promise<string[]> {
  return ((await bodyOf(apis, more)).serviceSouscrit ?? []).map(({ mesuresTypeCode }) => mesuresTypeCode)
}
async function refusedAs(answer: Response) {
  const body = (await answer.json()) as { code: string; message: string }
  return [answer.status, body.code, body.message]
}
const all = ['CDC', 'PMAX', 'IDX', 'ENERGIE', 'ITC']

describe('the services of an authorisation', () => {
  test('tell its usage point, once for each kind of data', async () => {
    const apis = await openApis()

    const body = await bodyOf(apis, { autorisation: true, serviceType: 'ACCES' })

    expect(body.nbTotalServices).toBe(5)
    expect(body.serviceSouscrit?.map(({ mesuresTypeCode, mesuresPas }) => [mesuresTypeCode, mesuresPas])).toEqual([
      ['CDC', 'PT30M'],
      ['PMAX', 'P1D'],
      ['IDX', 'P1D'],
      ['ENERGIE', 'P1D'],
      ['ITC', 'NA'],
    ])
    expect(body.serviceSouscrit?.[0]).toMatchObject({
      soutirage: true,
      injection: false,
      dateDebut: '2026-10-05',
      dateFin: '2029-10-05',
      etatCode: 'ACTIF',
      pointId: apis.prm(),
      sirenTitulaire: null,
      sirenBeneficiaire: '000123459',
      autorisation: {
        autorisationId: authorisationOf(apis),
        autorisationLibelle: 'DATACONNECT_C5_ACTIF',
        autorisationType: 'EXPLICITE',
        autorisationStatut: 'ACTIVE',
      },
    })
  })

  test('have a number each', async () => {
    const { serviceSouscrit } = await bodyOf(await openApis())

    expect(new Set(serviceSouscrit?.map(({ id }) => id)).size).toBe(5)
  })

  test.each([path, `${path}/`])('are told at %s', async (at) => {
    expect((await ask(await openApis(), {}, at)).status).toBe(200)
  })

  test.each([
    ['without', [200, 404]],
    ['with', [404, 200]],
  ])('are told %s a slash at the end alone, where the story says so', async (servicesSlash, statuses) => {
    const apis = await openApis(claireAt(), { dialect: { servicesSlash } })

    expect([(await ask(apis, {}, path)).status, (await ask(apis, {}, `${path}/`)).status]).toEqual(statuses)
  })

  test('are those that were consented to', async () => {
    expect(await kindsOf(await openApis(claireAt({}, { data: ['dailyEnergy', 'address'] })))).toEqual([
      'ENERGIE',
      'ITC',
    ])
  })

  test('have the step and the directions of the meter', async () => {
    const told = async (home: Parameters<typeof claireAt>[0]) => {
      const [curve] = (await bodyOf(await openApis(claireAt(home)))).serviceSouscrit ?? []
      return [curve?.mesuresPas, curve?.soutirage, curve?.injection]
    }

    expect(await told({ segment: 'C4' })).toEqual(['PT10M', true, false])
    expect(await told({ production: {} })).toEqual(['PT30M', true, true])
    expect(await told({ consumption: null, production: {} })).toEqual(['PT30M', false, true])
  })

  test('name a company that holds the usage point by its SIREN', async () => {
    const apis = await openApis({
      customers: { bakery: { kind: 'legalEntity', usagePoints: { oven: 'C4' }, consented: true } },
    })

    const { serviceSouscrit } = await bodyOf(apis, { autorisationId: authorisationOf(apis, 'bakery.oven') })

    expect(serviceSouscrit?.[0]?.sirenTitulaire).toMatch(/^000\d{6}$/)
  })
})

describe('a list of services', () => {
  test('is counted only, when that is asked', async () => {
    expect(await bodyOf(await openApis(), { comptage: true })).toEqual({ nbTotalServices: 5, serviceSouscrit: null })
  })

  test('is empty until the services come up, some time after the consent', async () => {
    const apis = await openApis({ ...claireAt(), timings: { servicesDelay: 'PT30S' } })

    const early = await bodyOf(apis)
    await apis.world.advance('PT30S')

    expect(early).toEqual({ nbTotalServices: 0, serviceSouscrit: [] })
    expect(await kindsOf(apis)).toEqual(all)
  })

  test.each([
    ['null', { nbTotalServices: 0, serviceSouscrit: null }],
    ['missing', { nbTotalServices: 0 }],
  ])('is %s when it is empty, where the story says so', async (emptyServices, body) => {
    const told = { ...claireAt(), timings: { servicesDelay: 'PT30S' } }

    expect(await bodyOf(await openApis(told, { dialect: { emptyServices } }))).toEqual(body)
  })

  test.each([
    [{ mesureTypeCode: ['CDC', 'ITC'] }, ['CDC', 'ITC']],
    [{ mesureTypeCode: [] }, []],
    [{ serviceType: 'TRANSREC' }, []],
    [{ soutirage: true, injection: false }, all],
    [{ soutirage: false }, []],
    [{ injection: true }, []],
    [{ siren: ['000123456'] }, []],
    [{ dateDebut: '2026-10-06', dateFin: '2026-10-07' }, all],
    [{ dateFin: '2026-10-04' }, []],
    [{ dateDebut: '2029-10-06' }, []],
    [{ etatCode: ['TERMINE', 'SUPPRIME'] }, []],
    [{ page: 1 }, all],
    [{ page: 2 }, []],
    [{ etatCode: null, pointId: null, unknownToUs: 1 }, all],
  ])('is narrowed by %j', async (more, kinds) => {
    expect(await kindsOf(await openApis(), more)).toEqual(kinds)
  })

  test('is narrowed to a usage point', async () => {
    const apis = await openApis()

    expect(await kindsOf(apis, { pointId: [apis.prm()] })).toEqual(all)
  })

  test('may leave authorisations out', async () => {
    const [service] = (await bodyOf(await openApis(), { autorisation: false })).serviceSouscrit ?? []

    expect(service).not.toHaveProperty('autorisation')
  })
})

describe('the state of services', () => {
  const states = ['ACTIF', 'DEMANDE', 'TERMINE', 'SUPPRIME']
  const statesOf = async (apis: Apis) => {
    const { serviceSouscrit } = await bodyOf(apis, { etatCode: states })
    return [...new Set(serviceSouscrit?.map(({ etatCode, dateFin }) => `${String(etatCode)} ${String(dateFin)}`))]
  }

  test('is asked for until calls find the consent', async () => {
    const apis = await openApis({ ...claireAt(), timings: { consentDelay: 'PT1H' } })

    const early = await statesOf(apis)
    await apis.world.advance('PT1H')

    expect([early, await statesOf(apis)]).toEqual([['DEMANDE 2029-10-05'], ['ACTIF 2029-10-05']])
  })

  test('is cancelled where the customer changes their mind before that', async () => {
    const apis = await openApis({ ...claireAt(), timings: { consentDelay: 'PT1H' } })

    await apis.customer('revoke', { as: 'claire' })

    expect(await statesOf(apis)).toEqual(['SUPPRIME 2026-10-05'])
  })

  test('is over with the consent, and such services are told to those who ask for them alone', async () => {
    const apis = await openApis()
    await apis.world.advance('P2D')

    await apis.customer('revoke', { as: 'claire' })

    expect(await statesOf(apis)).toEqual(['TERMINE 2026-10-07'])
    expect(await bodyOf(apis)).toEqual({ nbTotalServices: 0, serviceSouscrit: [] })
  })

  test('stays as it was while calls are still answered', async () => {
    const apis = await openApis({ ...claireAt(), timings: { revocationDelay: 'PT3H' } })
    await apis.customer('revoke', { as: 'claire' })

    expect(await statesOf(apis)).toEqual(['ACTIF 2026-10-05'])
  })
})

describe('a request for services', () => {
  const forbidden = [403, '403', "Le client n'est pas autorisé pour le point demandé"]

  test('about an authorisation of nobody, or of another application, is refused', async () => {
    const { customers } = claireAt()
    const apis = await openApis({
      customers: {
        ...customers,
        paul: { usagePoints: { home: 'C5' }, consented: { application: 'other' } },
      },
      applications: { other: { clientId: 'other-application' } },
    })

    expect(await refusedAs(await ask(apis, { autorisationId: 7 }))).toEqual(forbidden)
    expect(await refusedAs(await ask(apis, { autorisationId: authorisationOf(apis, 'paul.home') }))).toEqual(forbidden)
  })

  test('about a usage point outside the authorisation, or one that does not exist, is refused', async () => {
    const { customers } = claireAt()
    const apis = await openApis({ customers: { ...customers, paul: { usagePoints: { home: 'C5' } } } })

    expect(await refusedAs(await ask(apis, { pointId: [apis.prm('paul.home')] }))).toEqual(forbidden)
    expect(await refusedAs(await ask(apis, { pointId: ['99999999999999'] }))).toEqual([404, '404', 'PRM non existant'])
  })

  test.each([
    [{ comptage: undefined }, 'comptage'],
    [{ comptage: 'false' }, 'comptage'],
    [{ autorisationId: undefined }, 'autorisationId'],
    [{ autorisationId: '4217063' }, 'autorisationId'],
    [{ etatCode: 'ACTIF' }, 'etatCode'],
    [{ etatCode: ['ACTIVE'] }, 'etatCode.0'],
    [{ pointId: ['123'] }, 'pointId.0'],
    [{ pointId: Array.from({ length: 1001 }, () => '25000000000134') }, 'pointId'],
    [{ siren: ['1'] }, 'siren.0'],
    [{ dateDebut: '01/10/2026' }, 'dateDebut'],
    [{ page: -1 }, 'page'],
  ])('is refused with %j, and the journal says where it is wrong', async (more, where) => {
    const apis = await openApis()

    const answer = await ask(apis, more)

    expect(await refusedAs(answer)).toEqual([400, '400', 'La requête est incorrecte'])
    const [finding] = apis.world.journal.findings('request-invalid').list()
    expect(finding?.says).toContain(`: ${where}: `)
  })

  test.each(['', 'autorisationId=4217063', '[]', '"text"'])('is refused where its body is %j', async (body) => {
    const apis = await openApis()

    expect((await apis.post(path, body)).status).toBe(400)
  })

  test('fails like the platform itself where the story is faithful', async () => {
    const apis = await openApis(claireAt(), { dialect: { outOfSpec: 'faithful' } })

    expect((await ask(apis, { comptage: 'false' })).status).toBe(500)
  })

  test('is kept in the journal', async () => {
    const apis = await openApis()

    await ask(apis)

    expect(apis.lastExchange()?.request.decoded).toEqual(asked(apis))
  })

  test('fails while Enedis has trouble with it', async () => {
    const apis = await openApis()
    await apis.utility('fail', { api: 'subscribed_services' })

    expect((await ask(apis)).status).toBe(500)
  })
})
