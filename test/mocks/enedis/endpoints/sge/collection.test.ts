import { describe, expect, test } from 'vitest'
import { codeOf, told } from '../../../../support/enedis-sge-replies.ts'
import {
  atWork,
  collection,
  inAYear,
  indexes,
  openVillage,
  prmOf,
  searched,
  today,
  village,
} from '../../../../support/enedis-sge-orders.ts'

const service = 'commandeCollecte'

/** With what code an order on a point is answered; on Claire's home unless it says another. */
async function codeAt(point: string, more: Parameters<typeof collection>[1] = {}, subject = {}) {
  const world = await openVillage()
  return codeOf(world, service, collection(prmOf(world, point), more, subject))
}

describe('an order of collection brings', () => {
  test.each([
    ['F300C with option 1: a curve of C5 again and again', 'claire.home', {}, 'F300C', 'F300CO1'],
    ['F300C with option 2: a curve of C5, collected alone', 'claire.home', alone(), 'F300C', 'F300CO2'],
    ['F300B with option 1: a curve of C4', 'bakery.shop', atWork, 'F300B', 'F300BO1'],
    ['F300B with option 2', 'bakery.shop', { ...atWork, ...alone() }, 'F300B', 'F300BO2'],
    ['F305: indexes of C5', 'claire.home', indexes, 'F305', undefined],
    ['F305A: indexes of C4', 'bakery.shop', { ...atWork, ...indexes }, 'F305A', undefined],
  ])('%s', async (_, point, more, fiche, option) => {
    const world = await openVillage()

    const reply = await told(world, service, collection(prmOf(world, point), more))

    expect(reply.affaireId).toMatch(/^[0-9A-Z]{8}$/)
    expect(reply.serviceSouscritId).toMatch(/^\d{8}$/)
    const [first] = reply.prestations?.prestation ?? []
    expect([first?.rang, first?.fiche.code, first?.option?.code]).toEqual([1, fiche, option])
  })

  test('the same numbers in two worlds of one seed, and others for the next order', async () => {
    const [one, two] = [await openVillage(), await openVillage()]
    const order = (world: typeof one, more = {}) => told(world, service, collection(prmOf(world, 'claire.home'), more))

    const replies = [await order(one), await order(two), await order(two, indexes)]

    expect(replies[0]).toEqual(replies[1])
    expect(replies[2]?.affaireId).not.toBe(replies[1]?.affaireId)
  })

  test('a service for each direction, under one affair', async () => {
    const world = await openVillage()
    const point = prmOf(world, 'claire.sunny')

    const reply = await told(world, service, collection(point, { injection: true }))

    expect(reply.prestations?.prestation.map(({ rang }) => rang)).toEqual([1, 2])
    expect((await searched(world, point)).map(({ injection, soutirage }) => [soutirage, injection])).toEqual([
      [true, false],
      [false, true],
    ])
  })

  test('F305C and a later end, where indexes of C5 are transmitted already', async () => {
    const world = await openVillage()
    const point = prmOf(world, 'claire.home')
    const first = await told(world, service, collection(point, { ...indexes, dateFin: '2026-12-31' }))

    const renewed = await told(world, service, collection(point, indexes))

    expect(renewed.serviceSouscritId).toBe(first.serviceSouscritId)
    expect(renewed.affaireId).not.toBe(first.affaireId)
    expect(renewed.prestations?.prestation[0]?.fiche.code).toBe('F305C')
    expect(await searched(world, point)).toMatchObject([{ dateFin: inAYear }])
    const again = collection(point, { ...indexes, dateFin: '2027-01-31' })
    expect(await codeOf(world, service, again)).toBe('SGT570')
  })
})

describe('a service lives', () => {
  test('asked for until tomorrow, then active, and ended after its last day; the curve with it', async () => {
    const world = await openVillage()
    const point = prmOf(world, 'claire.home')
    const curve = () => world.state(({ usagePoints }) => usagePoints[point as never]?.flows.consumption?.curve)
    const states = async () => (await searched(world, point)).map(({ etatCode }) => etatCode)
    await told(world, service, collection(point, { dateFin: '2026-10-20' }))
    const seen = [await states(), curve()]

    await world.world.advance('P1D')
    seen.push(await states(), curve())
    await world.world.advance('P14D')
    seen.push(await states(), curve())

    expect(seen).toEqual([
      ...[['DEMANDE'], []],
      ...[['ACTIF'], [{ from: '2026-10-07', until: null, step: 30 }]],
      ...[['TERMINE'], [{ from: '2026-10-07', until: '2026-10-21', step: 30 }]],
    ])
  })

  test('on a curve that was collected before it came, and leaves that alone', async () => {
    const world = await openVillage({ services: { other: { usagePoint: 'claire.home', ago: 'P2M' } } })
    const point = prmOf(world, 'claire.home')
    const curve = () => world.state(({ usagePoints }) => usagePoints[point as never]?.flows.consumption?.curve)
    const before = curve()
    await told(world, service, collection(point, { ...indexes, dateFin: '2026-10-20' }))

    await world.world.advance('P20D')

    expect(before).toEqual([{ from: '2026-08-07', until: null, step: 30 }])
    expect(curve()).toEqual(before)
  })

  test('from its first day on, where that is later', async () => {
    const world = await openVillage()
    const point = prmOf(world, 'bakery.shop')
    await told(world, service, collection(point, { ...atWork, dateDebut: '2026-10-15' }))

    await world.world.advance('P8D')
    const before = await searched(world, point)
    await world.world.advance('P1D')

    expect(before).toMatchObject([{ etatCode: 'DEMANDE', dateDebut: '2026-10-15' }])
    expect(await searched(world, point)).toMatchObject([{ etatCode: 'ACTIF' }])
  })

  test('as soon as Enedis has the meter take it up', async () => {
    const world = await openVillage()
    const point = prmOf(world, 'claire.home')
    await told(world, service, collection(point))

    await world.utility('activateServices', { usagePoint: 'claire.home' })

    expect(await searched(world, point)).toMatchObject([{ etatCode: 'ACTIF' }])
  })

  test('not while the meter is out of reach: tried daily, and closed on the nineteenth day', async () => {
    const world = await openVillage()
    const point = prmOf(world, 'claire.home')
    await told(world, service, collection(point))
    await world.utility('setReach', { usagePoint: 'claire.home', reachable: false })

    await world.world.advance('P18D')
    const before = await searched(world, point)
    await world.world.advance('P1D')

    expect(before).toMatchObject([{ etatCode: 'DEMANDE' }])
    expect(await searched(world, point)).toMatchObject([
      { etatCode: 'TERMINE', motifFinLibelle: 'Échec de la mise en œuvre sur le compteur' },
    ])
  })

  test('once the meter is in reach again', async () => {
    const world = await openVillage()
    const point = prmOf(world, 'claire.home')
    await told(world, service, collection(point))
    await world.utility('setReach', { usagePoint: 'claire.home', reachable: false })
    await world.world.advance('P3D')

    await world.utility('setReach', { usagePoint: 'claire.home', reachable: true })
    await world.world.advance('P1D')

    expect(await searched(world, point)).toMatchObject([{ etatCode: 'ACTIF' }])
  })
})

describe('an order of collection is refused', () => {
  const person = (nom: string, prenom?: string) => ({
    declarationAccordClient: { accord: true, personnePhysique: { nom, ...(prenom !== undefined && { prenom }) } },
  })
  const declared = (denominationSociale: string) => ({
    declarationAccordClient: { accord: true, personneMorale: { denominationSociale } },
  })

  test.each([
    ['without the agreement of the client', 'claire.home', disagreed(), 'SGT566'],
    ['of indexes without it', 'claire.home', { ...indexes, ...disagreed() }, 'SGT566'],
    ['in the name of another person', 'claire.home', person('MARTIN'), 'SGT4L5'],
    ['under another first name', 'claire.home', person('Lefèvre-Roy', 'Anne'), 'SGT4L5'],
    ['in the name of a company, of a person', 'claire.home', declared('Lefèvre-Roy'), 'SGT4L4'],
    ['in the name of another company', 'bakery.shop', { ...atWork, ...declared('AUTRE SARL') }, 'SGT4L6'],
    ['of a kind of measures that there is not', 'claire.home', { mesuresTypeCode: 'PMAX' }, 'SGT4Q1'],
    ['on a point of C1', 'bakery.mill', atWork, 'SGT4H8'],
    ['on a meter that is not open to services', 'claire.closed', {}, 'SGT4H9'],
    ['in no direction', 'claire.home', { soutirage: false }, 'SGT585'],
    ['of injection where nothing is produced', 'claire.home', { injection: true }, 'SGT583'],
    ['of withdrawal where things are only produced', 'claire.panels', {}, 'SGT466'],
    ['in ten minutes on C5', 'claire.home', { mesuresPas: 'PT10M' }, 'SGT4H3'],
    ['in half hours on C4', 'bakery.shop', { ...atWork, mesuresPas: 'PT30M' }, 'SGT4H3'],
    ['of indexes in half hours', 'claire.home', { mesuresTypeCode: 'IDX' }, 'SGT4H3'],
    ['of corrected data on C5', 'claire.home', { mesuresCorrigees: true }, 'SGT4H2'],
    ['of corrected data every day', 'bakery.shop', { ...atWork, mesuresCorrigees: true }, 'SGT564'],
    ['of indexes to be collected alone', 'claire.home', { ...indexes, ...alone() }, 'SGT4H6'],
    ['every week on C5', 'claire.home', { periodiciteTransmission: 'P7D' }, 'SGT4H5'],
    ['from tomorrow on C5', 'claire.home', { dateDebut: '2026-10-07' }, 'SGT4H1'],
    ['from yesterday on C4', 'bakery.shop', { ...atWork, dateDebut: '2026-10-05' }, 'SGT565'],
    ['over more than a year', 'claire.home', { dateFin: '2027-10-07' }, 'SGT4H4'],
    ['that ends before it begins', 'claire.home', { dateFin: today }, 'SGT568'],
    ['of a curve whose recording is opposed', 'claire.private', {}, 'SGT4H7'],
  ])('%s', async (_, point, more, code) => {
    expect(await codeAt(point, more)).toBe(code)
  })

  test.each([
    ['with no end', 'dateFin', 'SGT4H4'],
    ['that comes again and again, nobody knows how often', 'periodiciteTransmission', 'SGT4H5'],
    ['of a curve in no step', 'mesuresPas', 'SGT4H3'],
  ] as const)('%s', async (_, left, code) => {
    const world = await openVillage()
    const order = collection(prmOf(world, 'claire.home'))
    delete order.demande.accesMesures[left]

    expect(await codeOf(world, service, order)).toBe(code)
  })

  test.each([
    ['of another object', { objet: 'ASS' }, 'SGT463'],
    ['under a contract that there is not', { contratId: '999' }, 'SGT471'],
    ['under a contract of another party', { contratId: '2000001' }, 'SGT472'],
  ])('%s', async (_, subject, code) => {
    const world = await openVillage({ otherParties: { rival: {} } })

    expect(await codeOf(world, service, collection(prmOf(world, 'claire.home'), {}, subject))).toBe(code)
  })

  test('on a point that there is not', async () => {
    expect(await codeOf(await openVillage(), service, collection('99999999999999'))).toBe('SGT401')
  })

  test('in the name of whoever has moved out, and on a point that nobody holds', async () => {
    const world = await openVillage()
    const point = prmOf(world, 'claire.home')
    await world.utility('moveIn', { usagePoint: 'claire.home', customer: 'paul' })

    const former = await codeOf(world, service, collection(point))
    await world.utility('moveOut', { usagePoint: 'claire.home' })

    expect([former, await codeOf(world, service, collection(point))]).toEqual(['SGT4L7', 'SGT4M1'])
  })

  test('on a meter out of reach, in the words of the annex', async () => {
    const world = await openVillage()
    await world.utility('setReach', { usagePoint: 'claire.home', reachable: false })

    const { says } = await world.ask(service, collection(prmOf(world, 'claire.home')))

    expect(says).toBe('La demande ne peut pas aboutir car le compteur n’est actuellement pas téléopérable.')
  })

  test('over a year in the words of the annex', async () => {
    const world = await openVillage()

    const { code, says } = await world.ask(service, collection(prmOf(world, 'claire.home'), { dateFin: '2028-10-06' }))

    const words = "la durée demandée pour l'accès aux données de mesures ne doit pas excéder 1 an."
    expect([code, says]).toEqual(['SGT4H4', `La date de fin doit être renseignée et ${words}`])
  })

  test('after its repetition: 584 for half an hour, 570 from then on', async () => {
    const world = await openVillage()
    const order = collection(prmOf(world, 'claire.home'))
    await told(world, service, order)

    await world.world.advance('PT29M')
    const soon = await codeOf(world, service, order)
    await world.world.advance('PT1M')

    expect([soon, await codeOf(world, service, order)]).toEqual(['SGT584', 'SGT570'])
  })

  test('of collection alone where the curve is transmitted, and not the other way round', async () => {
    const world = await openVillage()
    const [home, sunny] = [prmOf(world, 'claire.home'), prmOf(world, 'claire.sunny')]
    await told(world, service, collection(home))
    await told(world, service, collection(sunny, alone()))

    const codes = [
      await codeOf(world, service, collection(home, alone())),
      await codeOf(world, service, collection(sunny)),
    ]

    expect(codes).toEqual(['SGT570', '200'])
  })

  test('by no service of another party', async () => {
    const services = { theirs: { usagePoint: 'claire.home', party: 'rival' } }
    const world = await openVillage({ otherParties: { rival: {} }, services })

    const code = await codeOf(world, service, collection(prmOf(world, 'claire.home')))

    expect(code).toBe('200')
    expect(await searched(world, prmOf(world, 'claire.home'))).toHaveLength(1)
  })

  test('where C2 to C4 fail on the platform of homologation as it was found', async () => {
    const dialect = { platform: 'faithful' }
    const homologation = await openVillage({ environment: 'homologation' }, { dialect })
    const production = await openVillage({}, { dialect })
    const codes = (world: typeof homologation) =>
      Promise.all([
        codeOf(world, service, collection(prmOf(world, 'bakery.shop'), { ...atWork, ...alone() })),
        codeOf(world, service, collection(prmOf(world, 'claire.home'))),
      ])

    expect([await codes(homologation), await codes(production)]).toEqual([
      ['SGT500', '200'],
      ['200', '200'],
    ])
  })
})

test('how long services last is a question of its own', async () => {
  const long = { dateFin: '2029-10-06' }
  const world = await openVillage({}, { dialect: { collectDuration: 'P3Y' } })

  expect(await codeOf(world, service, collection(prmOf(world, 'claire.home'), long))).toBe('200')
})

function alone() {
  return { transmissionRecurrente: false }
}
function disagreed() {
  return { declarationAccordClient: { accord: false, personnePhysique: { nom: 'Lefèvre-Roy' } } }
}

test.each([
  ['ECRAC', 'SGT4M3'],
  ['ECRES', 'SGT4M6'],
  ['INACCE', 'SGT4M6'],
  ['IMPRO', 'SGT4M6'],
] as const)('nothing is ordered on a point in state %s, until it is in service: %s', async (state, code) => {
  const { identity } = village.customers.claire
  const world = await openVillage({}, { given: { customers: { lea: { identity, usagePoints: { loft: { state } } } } } })
  const order = collection(prmOf(world, 'lea.loft'))

  const refused = await codeOf(world, service, order)
  await world.utility('setContractualState', { usagePoint: 'lea.loft', state: 'SERVC' })

  expect([refused, await codeOf(world, service, order)]).toEqual([code, '200'])
})
