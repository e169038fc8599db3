import { describe, expect, test } from 'vitest'
import { codeOf, told } from '../../../../support/enedis-sge-replies.ts'
import {
  access,
  accessSearched,
  accessTo,
  directed,
  openVillage,
  prmOf,
  published,
  searched,
} from '../../../../support/enedis-sge-orders.ts'

const one = 'commandeAccesDonnees'
const several = 'commandeServicesAcces'

describe('an order of access', () => {
  test.each(['CDC', 'IDX', 'PMAX', 'ENERGIE', 'ITC'])('to %s brings an affair, a sheet and a service', async (kind) => {
    const world = await openVillage()

    const reply = await told(world, one, access(prmOf(world, 'claire.home'), { typeDonnees: kind }))

    expect(reply.affaireId).toMatch(/^[0-9A-Z]{8}$/)
    expect(reply.prestations?.prestation).toMatchObject({ rang: 1, fiche: { code: kind === 'CDC' ? 'F300C' : 'F305' } })
    expect(reply.serviceSouscritId).toMatch(/^\d{8}$/)
  })

  test('to a curve has it collected from the day it is active', async () => {
    const world = await openVillage()
    const point = prmOf(world, 'claire.home')
    await told(world, one, access(point))

    await world.world.advance('P1D')

    const curve = world.state(({ usagePoints }) => usagePoints[point as never]?.flows.consumption?.curve)
    expect(curve).toEqual([{ from: '2026-10-07', until: null, step: 30 }])
    expect(await accessSearched(world, point)).toMatchObject([{ etatCode: 'ACTIF', serviceSouscritCode: 'ACCES' }])
    expect(await searched(world, point)).toEqual([])
  })

  test('lasts three years where it does not say', async () => {
    const world = await openVillage()
    const point = prmOf(world, 'claire.home')
    const order = access(point)
    delete order.demande.accesDonnees.dateFin

    await told(world, one, order)

    expect(await accessSearched(world, point)).toMatchObject([{ dateDebut: '2026-10-06', dateFin: '2029-10-06' }])
  })

  test.each([
    ['without the agreement of the client', { declarationAccordClient: { accord: false } }, 'SGT566'],
    ['in the name of another', { declarationAccordClient: { accord: true, personnePhysique: { nom: 'X' } } }, 'SGT4L5'],
    ['to more than three years', { dateFin: '2029-10-07' }, 'SGT569'],
    ['from another day than today', { dateDebut: '2026-10-07' }, 'SGT4H1'],
    ['to what there is not', { typeDonnees: 'XYZ' }, 'SGT4Q1'],
    ['in no direction', { soutirage: false }, 'SGT585'],
  ])('is refused %s', async (_, more, code) => {
    const world = await openVillage()

    expect(await codeOf(world, one, access(prmOf(world, 'claire.home'), more))).toBe(code)
  })

  test.each([
    ['under no contract', { contratId: null }, 'SGT451'],
    ['with another object', { objet: 'ASS' }, 'SGT463'],
  ])('is refused %s', async (_, subject, code) => {
    const world = await openVillage()

    expect(await codeOf(world, one, access(prmOf(world, 'claire.home'), {}, subject))).toBe(code)
  })

  test('that names no client passes, and the journal tells', async () => {
    const world = await openVillage()

    const order = access(prmOf(world, 'claire.home'), { declarationAccordClient: { accord: true } })

    expect(await codeOf(world, one, order)).toBe('200')
    expect(world.findings()).toMatchObject([{ finding: 'client-not-named' }])
  })

  test('lasts a year at most where the story says so', async () => {
    const world = await openVillage({}, { dialect: { collectDuration: 'P1Y' } })

    expect(await codeOf(world, one, access(prmOf(world, 'claire.home')))).toBe('SGT4H4')
  })

  test('to several kinds brings an affair for each, and ways of publishing them', async () => {
    const world = await openVillage()
    const point = prmOf(world, 'claire.home')
    const kinds = [{ typeDonnees: 'CDC', optionsPublication: published('P1D') }, { typeDonnees: 'ENERGIE' }]

    const { affaires } = await told(world, several, accessTo(point, kinds))

    const [curve, energy] = affaires?.affaire ?? []
    expect([curve?.serviceSouscritMesures.mesuresTypeCode, energy?.serviceSouscritMesures.mesuresTypeCode]).toEqual([
      'CDC',
      'ENERGIE',
    ])
    expect(curve?.affaireId).not.toBe(energy?.affaireId)
    expect(await accessSearched(world, point)).toMatchObject([
      {
        serviceSouscritId: curve?.serviceSouscritMesures.serviceSouscritId,
        mesuresPas: 'PT30M',
        optionsPublication: {
          optionPublication: [
            { mesuresCorrigees: false, periodiciteTransmission: 'P1D', dateDebut: '2026-10-06', dateFin: '2029-10-06' },
          ],
        },
      },
      { serviceSouscritId: energy?.serviceSouscritMesures.serviceSouscritId, mesuresPas: 'P1D' },
    ])
  })

  test('to several kinds is refused as a whole', async () => {
    const world = await openVillage()
    const point = prmOf(world, 'claire.home')
    await told(world, several, accessTo(point, [{ typeDonnees: 'IDX' }]))

    const code = await codeOf(world, several, accessTo(point, [{ typeDonnees: 'CDC' }, { typeDonnees: 'IDX' }]))

    expect(code).toBe('SGT570')
    expect(await accessSearched(world, point)).toHaveLength(1)
  })

  test.each([
    ['without a declaration', { declarationAccordClient: undefined }, 'SGT566'],
    ['without the agreement of the client', { declarationAccordClient: { accord: false } }, 'SGT566'],
    ['to more than three years', { dateFin: '2030-01-01' }, 'SGT569'],
    ['of another direction', { sens: 'INJECTION' as const }, 'SGT583'],
  ])('to several kinds is refused %s', async (_, more, code) => {
    const world = await openVillage()
    const order = accessTo(prmOf(world, 'claire.home'), [{ typeDonnees: 'CDC' }], more as object)
    if (order.demande.donneesGenerales.declarationAccordClient === undefined)
      delete order.demande.donneesGenerales.declarationAccordClient

    expect(await codeOf(world, several, order)).toBe(code)
  })

  test('that repeats one within half an hour is refused with 584', async () => {
    const world = await openVillage()
    const order = accessTo(prmOf(world, 'claire.home'), [{ typeDonnees: 'CDC' }])
    await told(world, several, order)

    const soon = await codeOf(world, several, order)
    await world.world.advance('PT30M')

    expect([soon, await codeOf(world, several, order)]).toEqual(['SGT584', 'SGT570'])
  })
})

/** Claire's indexes and energies have been accessible for a month, published every day. */
async function withAccess() {
  const family = 'acces' as const
  const services = {
    indexes: { usagePoint: 'claire.home', family, measures: 'IDX' as const, until: '2027-01-31' },
    energies: {
      usagePoint: 'claire.home',
      family,
      measures: 'ENERGIE' as const,
      until: '2027-01-31',
      periodicity: null,
    },
  }
  const world = await openVillage({ services })
  const [first = '', second = ''] = world.state(({ sge }) => Object.keys(sge.subscriptions))
  return { world, point: prmOf(world, 'claire.home'), first, second }
}

const naming = (pointId: string, services: string[], more: object = {}) => ({
  demande: {
    donneesGenerales: { ...directed(pointId), ...more },
    servicesSouscrits: { serviceSouscritId: services },
  },
})

describe('a stop of access', () => {
  const stop = 'commandeArretServicesAcces'

  test('ends every service it names a day later', async () => {
    const { world, point, first, second } = await withAccess()

    const { servicesResilies } = await told(world, stop, naming(point, [first, second]))
    await world.world.advance('P1D')

    expect(servicesResilies.serviceResilie.map(({ serviceSouscritId }) => serviceSouscritId)).toEqual([first, second])
    expect((await accessSearched(world, point)).map(({ etatCode }) => etatCode)).toEqual(['TERMINE', 'TERMINE'])
  })

  test('is refused as a whole where one of them cannot be stopped', async () => {
    const { world, point, first, second } = await withAccess()

    const codes = [
      await codeOf(world, stop, naming(point, [first, '99'])),
      await codeOf(world, stop, naming(point, [first], { sens: 'INJECTION' })),
    ]

    expect(codes).toEqual(['SGT4O3', 'SGT583'])
    expect(await codeOf(world, stop, naming(point, [first, second]))).toBe('200')
    expect(await codeOf(world, stop, naming(point, [first]))).toBe('SGT4O5')
  })
})

describe('a change of options', () => {
  const change = 'commandeModificationOptions'
  const changing = (pointId: string, serviceSouscritId: string, options: object) => ({
    demande: {
      donneesGenerales: directed(pointId),
      servicesSouscrits: { serviceSouscrit: [{ serviceSouscritId, ...options }] },
    },
  })

  test('adds a way of publishing from today on, and ends another', async () => {
    const { world, point, first } = await withAccess()
    const options = { ajouterOptionsPublication: published('P1M'), supprimerOptionsPublication: published('P1D') }

    const { servicesModifies } = await told(world, change, changing(point, first, options))

    expect(servicesModifies?.serviceSouscritId).toEqual([{ serviceSouscritId: first }])
    const [service] = await accessSearched(world, point)
    expect(service?.optionsPublication?.optionPublication).toMatchObject([
      { periodiciteTransmission: 'P1D', dateFin: '2026-10-05' },
      { periodiciteTransmission: 'P1M', dateDebut: '2026-10-06', dateFin: '2027-01-31' },
    ])
  })

  test.each([
    ['to add what is there', { ajouterOptionsPublication: published('P1D') }, 'SGT570'],
    ['to end what is not there', { supprimerOptionsPublication: published('P1M') }, 'SGT567'],
    ['to publish at no known pace', { ajouterOptionsPublication: published('P2D') }, 'SGT4H5'],
    ['to publish corrected data of C5', { ajouterOptionsPublication: published('P1M', true) }, 'SGT4H2'],
  ])('is refused %s', async (_, options, code) => {
    const { world, point, first } = await withAccess()

    expect(await codeOf(world, change, changing(point, first, options))).toBe(code)
  })
})

describe('a renewal', () => {
  const renew = 'commandeRenouvellement'

  test('lets services last up to three years from today, under affairs of their own', async () => {
    const { world, point, first, second } = await withAccess()

    const { servicesRenouveles } = await told(world, renew, naming(point, [first, second]))

    const renewed = servicesRenouveles?.serviceRenouvele ?? []
    expect(renewed.map(({ serviceSouscritId }) => serviceSouscritId)).toEqual([first, second])
    expect(new Set(renewed.map(({ affaireId }) => affaireId)).size).toBe(2)
    expect((await accessSearched(world, point)).map(({ dateFin }) => dateFin)).toEqual(['2029-10-06', '2029-10-06'])
  })

  test('keeps a service alive past the end it had', async () => {
    const { world, point, first } = await withAccess()
    await told(world, renew, naming(point, [first], { dateFin: '2027-03-31' }))

    await world.world.advance('P4M')

    expect((await accessSearched(world, point)).map(({ etatCode }) => etatCode)).toEqual(['ACTIF', 'TERMINE'])
  })

  test.each([
    ['to more than three years', { dateFin: '2029-10-07' }, 'SGT569'],
    ['to a day that is past', { dateFin: '2026-10-01' }, 'SGT568'],
    ['to no later day', { dateFin: '2027-01-31' }, 'SGT570'],
    ['without the agreement of the client', { declarationAccordClient: { accord: false } }, 'SGT566'],
  ])('is refused %s', async (_, more, code) => {
    const { world, point, first } = await withAccess()

    expect(await codeOf(world, renew, naming(point, [first], more))).toBe(code)
  })
})

test('a search of access finds nothing where there is none', async () => {
  const world = await openVillage()

  expect(await accessSearched(world, prmOf(world, 'claire.home'))).toEqual([])
})
