import { describe, expect, test } from 'vitest'
import { codeOf, told } from '../../../../support/enedis-sge-replies.ts'
import {
  access,
  atWork,
  collection,
  openVillage,
  prmOf,
  searched,
  stopOf,
  withinTheDay,
} from '../../../../support/enedis-sge-orders.ts'

const stop = 'commandeArretServiceSouscrit'

/** Claire's curve has been transmitted for a month. */
const running = { services: { curve: { usagePoint: 'claire.home' } } }

async function withService(sge: object = running) {
  const world = await openVillage({ otherParties: { rival: {} }, ...sge })
  const point = prmOf(world, 'claire.home')
  const [service] = world.state(({ sge }) => Object.keys(sge.subscriptions))
  return { world, point, service: service ?? '' }
}

describe('a search of services finds', () => {
  test('nothing where there is none', async () => {
    const world = await openVillage()

    expect(await searched(world, prmOf(world, 'claire.home'))).toEqual([])
  })

  test('what was ordered before the story, with all that was ordered', async () => {
    const { world, point, service } = await withService()

    expect(await searched(world, point)).toEqual([
      {
        serviceSouscritId: service,
        pointId: point,
        serviceSouscritType: { code: 'TRANSREC', libelle: 'Transmission récurrente' },
        serviceSouscritLibelle: 'Transmission récurrente',
        injection: false,
        soutirage: true,
        contratId: '1111111',
        etatCode: 'ACTIF',
        dateDebut: '2026-09-06',
        dateFin: '2027-09-06',
        mesuresTypeCode: 'CDC',
        mesuresPas: 'PT30M',
        mesuresCorrigees: false,
        periodiciteTransmission: 'P1D',
      },
    ])
  })

  test('what one party has and no other, nor services of access', async () => {
    const theirs = { usagePoint: 'claire.home', party: 'rival' }
    const ofAccess = { usagePoint: 'claire.home', family: 'acces' as const }
    const { world, point } = await withService({ services: { theirs, ofAccess } })

    expect(await searched(world, point)).toEqual([])
  })

  test("the customer's opposition, in each of its states", async () => {
    const world = await openVillage()
    const point = prmOf(world, 'claire.home')
    const states = async () => (await searched(world, point)).map(({ etatCode }) => etatCode)
    const oppose = (opposes: boolean) => world.customer('opposeCurve', { usagePoint: 'claire.home', opposes })

    await oppose(true)
    const seen = [await states()]
    await oppose(false)
    seen.push(await states())
    await oppose(true)
    await world.world.advance('P1D')
    seen.push(await states())
    await oppose(false)
    seen.push(await states())

    expect(seen).toEqual([['DEMANDE'], ['SUPPRIME'], ['SUPPRIME', 'ACTIF'], ['SUPPRIME', 'TERMINE']])
    expect(await searched(world, point)).toMatchObject([
      { serviceSouscritType: { code: 'OPPENR' } },
      { serviceSouscritType: { code: 'OPPENR' } },
    ])
  })

  test('an opposition that is older than the story', async () => {
    const world = await openVillage()

    expect(await searched(world, prmOf(world, 'claire.private'))).toMatchObject([
      { etatCode: 'ACTIF', dateDebut: '2026-09-06', serviceSouscritType: { code: 'OPPENR' } },
    ])
  })

  test('no point that there is not', async () => {
    const asked = {
      criteres: { pointId: '99999999999999', contratId: '1111111' },
      loginUtilisateur: 'acme@wattproof.example',
    }

    expect(await codeOf(await openVillage(), 'rechercheServicesSouscrits', asked)).toBe('SGT401')
  })
})

describe('a stop', () => {
  test('brings an affair and the sheet of what it stops, which is active for another day', async () => {
    const { world, point, service } = await withService()

    const reply = await told(world, stop, stopOf(point, service))
    const before = await searched(world, point)
    await world.world.advance('P1D')

    expect(reply.affaireId).toMatch(/^[0-9A-Z]{8}$/)
    expect(reply.prestations?.prestation).toMatchObject([{ rang: 1, fiche: { code: 'F300C' } }])
    expect(before).toMatchObject([{ etatCode: 'ACTIF', dateFin: '2026-10-07' }])
    expect(await searched(world, point)).toMatchObject([
      { etatCode: 'TERMINE', motifFinLibelle: 'Résiliation à la demande du demandeur' },
    ])
  })

  test('of the last who want a curve ends its collection, and of another does not', async () => {
    const two = { first: { usagePoint: 'claire.home' }, second: { usagePoint: 'claire.home', party: 'rival' } }
    const { world, point, service } = await withService({ services: two })
    const curve = () => world.state(({ usagePoints }) => usagePoints[point as never]?.flows.consumption?.curve)
    const [, theirs = ''] = world.state(({ sge }) => Object.keys(sge.subscriptions))

    await told(world, stop, stopOf(point, service))
    await world.world.advance('P2D')
    const still = curve()
    world.world.change('enedis', (state) => {
      const { sge } = state as { sge: { subscriptions: Record<string, { until: string }> } }
      const other = sge.subscriptions[theirs]
      if (other) other.until = '2026-10-07'
    })
    await world.utility('endService', { service: theirs })

    expect(still).toMatchObject([{ until: null }])
    expect(curve()).toMatchObject([{ until: '2026-10-08' }])
  })

  test('is refused of what is being stopped, and of what has been', async () => {
    const { world, point, service } = await withService()
    await told(world, stop, stopOf(point, service))

    const twice = await codeOf(world, stop, stopOf(point, service))
    await world.world.advance('P1D')

    expect([twice, await codeOf(world, stop, stopOf(point, service))]).toEqual(['SGT4O5', 'SGT4O4'])
  })

  test('is refused of a service that there is not, or on another point', async () => {
    const { world, point, service } = await withService()

    const codes = [
      await codeOf(world, stop, stopOf(point, '99')),
      await codeOf(world, stop, stopOf(prmOf(world, 'claire.sunny'), service)),
    ]

    expect(codes).toEqual(['SGT4O3', 'SGT4O3'])
  })

  test('is refused of a service of another party', async () => {
    const { world, point, service } = await withService({
      services: { theirs: { usagePoint: 'claire.home', party: 'rival' } },
    })

    expect(await codeOf(world, stop, stopOf(point, service))).toBe('SGT4O2')
  })

  test("is refused of a customer's opposition", async () => {
    const world = await openVillage()
    const point = prmOf(world, 'claire.private')
    const [{ serviceSouscritId = '' } = {}] = await searched(world, point)

    expect(await codeOf(world, stop, stopOf(point, serviceSouscritId))).toBe('SGT4O6')
  })

  test('is refused with another object, and of a service of access', async () => {
    const { world, point, service } = await withService()
    const { serviceSouscritId = '' } = await told(world, 'commandeAccesDonnees', access(prmOf(world, 'claire.sunny')))

    const codes = [
      await codeOf(world, stop, stopOf(point, service, { objet: 'AME' })),
      await codeOf(world, stop, stopOf(prmOf(world, 'claire.sunny'), serviceSouscritId)),
    ]

    expect(codes).toEqual(['SGT4O7', 'SGT4O7'])
  })

  test('is found under the name that the FAQ gives it where the story says so', async () => {
    const path = '/CommandeArretServiceSouscrit/v1.0'
    const [wsdl, both] = [await openVillage(), await openVillage({}, { dialect: { stopServicePath: 'both' } })]

    const statuses = [await wsdl.call('POST', path, ''), await both.call('POST', path, '')].map(({ status }) => status)

    expect(statuses).toEqual([404, 500])
  })
})

test('a customer who leaves takes the services with them', async () => {
  const { world, point } = await withService()

  await world.utility('moveIn', { usagePoint: 'claire.home', customer: 'paul', on: '2026-10-08' })
  const before = await searched(world, point)
  await world.world.advance('P2D')

  expect(before).toMatchObject([{ etatCode: 'ACTIF' }])
  expect(await searched(world, point)).toMatchObject([
    { etatCode: 'TERMINE', dateFin: '2026-10-08', motifFinLibelle: 'Départ du titulaire du point' },
  ])
})

describe('a stop is told by a file, where a switch says so,', () => {
  const filesOf = (world: Awaited<ReturnType<typeof withService>>['world']) =>
    world.world.journal.entries().flatMap((entry) => (entry.kind === 'notice' ? [entry.notice] : []))

  test.each([
    ['on', ['ARRET']],
    ['off', []],
  ])('%s, once, when the service has ended', async (stopFiles, flows) => {
    const given = { services: { curve: { usagePoint: 'claire.home', periodicity: null, until: '2026-10-07' } } }
    const world = await openVillage(given, { dialect: { stopFiles } })
    const point = prmOf(world, 'claire.home')
    const [service = ''] = world.state(({ sge }) => Object.keys(sge.subscriptions))
    await told(world, stop, stopOf(point, service))
    const before = filesOf(world)

    await world.world.advance('P3D')

    expect([before, filesOf(world)]).toEqual([[], flows])
  })

  test('and no file that a service has lasted as long as it was to', async () => {
    const given = { services: { curve: { usagePoint: 'claire.home', periodicity: null, until: '2026-10-07' } } }
    const world = await openVillage(given, { dialect: { stopFiles: 'on' } })

    await world.world.advance('P3D')

    expect(filesOf(world)).toEqual([])
  })
})

describe('an order within the day', () => {
  const order = 'commandeInfraJ'

  test('brings F375A and a service for each kind of data', async () => {
    const world = await openVillage()
    const point = prmOf(world, 'bakery.shop')

    const reply = await told(world, order, withinTheDay(point))

    expect(reply.demandeId).toMatch(/^[0-9A-Z]{8}$/)
    expect(reply.prestations?.prestation).toMatchObject([{ rang: 1, fiche: { code: 'F375A' } }])
    const found = await searched(world, point)
    expect(found.map(({ mesuresTypeCode, etatCode }) => [mesuresTypeCode, etatCode])).toEqual([
      ['CDC', 'DEMANDE'],
      ['IDX', 'DEMANDE'],
      ['PTD', 'DEMANDE'],
    ])
  })

  test.each([
    [
      'on C5',
      'claire.home',
      { declarationAccordClient: [agreement(true, { personnePhysique: { nom: 'Lefevre Roy' } })] },
      'SGT4N8',
    ],
    ['on a meter that is called up by telephone', 'bakery.old', {}, 'SGT4O1'],
    ['without the agreement of the client', 'bakery.shop', { declarationAccordClient: [agreement(false)] }, 'SGT566'],
    ['of a direction nobody agreed to', 'bakery.shop', { injection: true }, 'SGT566'],
    [
      'in the name of another',
      'bakery.shop',
      { declarationAccordClient: [agreement(true, { personneMorale: { denominationSociale: 'AUTRE' } })] },
      'SGT4L6',
    ],
    ['in no direction', 'bakery.shop', { soutirage: false }, 'SGT585'],
    ['of nothing', 'bakery.shop', { cdc: false, idx: false, ptd: false }, 'SGT463'],
  ])('is refused %s', async (_, point, more, code) => {
    const world = await openVillage()

    expect(await codeOf(world, order, withinTheDay(prmOf(world, point), more))).toBe(code)
  })

  test('is refused again: 584 for half an hour, 570 from then on, and of one kind of it at once', async () => {
    const world = await openVillage()
    const asked = withinTheDay(prmOf(world, 'bakery.shop'))
    await told(world, order, asked)

    const codes = [
      await codeOf(world, order, asked),
      await codeOf(world, order, withinTheDay(prmOf(world, 'bakery.shop'), { idx: false, ptd: false })),
    ]
    await world.world.advance('PT30M')

    expect([...codes, await codeOf(world, order, asked)]).toEqual(['SGT584', 'SGT570', 'SGT570'])
  })

  test('is not answered at all by the platform of homologation as it was found', async () => {
    const at = (platform: string) => openVillage({ environment: 'homologation' }, { dialect: { platform } })
    const disagreed = { declarationAccordClient: [agreement(false)] }
    const codesAt = async (platform: string) => {
      const world = await at(platform)
      const point = prmOf(world, 'bakery.shop')
      return [
        await codeOf(world, order, withinTheDay(point, disagreed)),
        await codeOf(world, order, withinTheDay(point)),
      ]
    }

    expect([await codesAt('repaired'), await codesAt('faithful')]).toEqual([
      ['SGT566', '200'],
      ['SGT500', 'SGT500'],
    ])
  })
})

test('searches and stops fail on C2 to C4 too on that platform', async () => {
  const world = await openVillage({ environment: 'homologation' }, { dialect: { platform: 'faithful' } })
  const [shop, home] = [prmOf(world, 'bakery.shop'), prmOf(world, 'claire.home')]
  const search = (pointId: string) => ({
    criteres: { pointId, contratId: '1111111' },
    loginUtilisateur: 'acme@wattproof.example',
  })

  const codes = [
    await codeOf(world, 'rechercheServicesSouscrits', search(shop)),
    await codeOf(world, stop, stopOf(shop, '1')),
    await codeOf(world, 'commandeCollecte', collection(shop, atWork)),
    await codeOf(world, 'rechercheServicesSouscrits', search(home)),
  ]

  expect(codes).toEqual(['SGT500', 'SGT500', 'SGT500', '200'])
})

type Names = { personneMorale: { denominationSociale: string } } | { personnePhysique: { nom: string } }

function agreement(
  accordClient: boolean,
  names: Names = { personneMorale: { denominationSociale: 'BOULANGERIE DU PORT' } },
) {
  return { accordClient, soutirage: true, injection: false, ...names }
}
