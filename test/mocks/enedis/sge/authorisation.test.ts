import { describe, expect, test } from 'vitest'
import { told } from '../../../support/enedis-sge-replies.ts'
import { access, collection, openVillage, prmOf, withinTheDay } from '../../../support/enedis-sge-orders.ts'
import type { Told } from '../../../support/enedis-sge.ts'

type Authorisations = NonNullable<NonNullable<Told['sge']>['authorisations']>

/** What the journal says of the authorisations behind an order of Claire's curve. */
async function foundFor(
  authorisations: Authorisations | undefined,
  {
    point = 'claire.home',
    environment = 'production',
    until = '2027-10-06',
  }: { point?: string; environment?: 'production' | 'homologation'; until?: string } = {},
) {
  const sge = { environment, otherParties: { rival: {} }, ...(authorisations && { authorisations }) }
  const world = await openVillage(sge)
  await told(world, 'commandeCollecte', collection(prmOf(world, point), { dateFin: until }))
  return authorisationFindings(world)
}

function authorisationFindings(world: Awaited<ReturnType<typeof openVillage>>) {
  const findings = world.findings() as unknown as { finding: string; says: string; source?: string }[]
  return findings.filter(({ finding }) => finding.startsWith('authorisation'))
}

const claire = { customer: 'claire', issuedOn: '2026-01-01' }

describe('an order leaves nothing in the journal', () => {
  test.each<[string, Authorisations | undefined]>([
    ['where the story says nothing of authorisations', undefined],
    ['where the customer consented to it', { signed: { ...claire, validUntil: '2028-01-01' } }],
    ['where no validity is written: as long as the service', { signed: claire }],
    ['where one of several covers it', { old: { ...claire, validUntil: '2026-02-01' }, signed: claire }],
    ['where it names the point', { signed: { ...claire, usagePoints: ['home'] } }],
  ])('%s', async (_, authorisations) => {
    expect(await foundFor(authorisations)).toEqual([])
  })

  test("in homologation, whose points are nobody's", async () => {
    expect(await foundFor({}, { environment: 'homologation' })).toEqual([])
  })
})

describe('an order leaves in the journal that the authorisation', () => {
  test.each<[string, string, Authorisations]>([
    ['is not there at all', 'authorisation-missing', {}],
    ['is about another point', 'authorisation-missing', { signed: { ...claire, usagePoints: ['sunny'] } }],
    ['names another party', 'authorisation-of-another-party', { signed: { ...claire, party: 'rival' } }],
    ['was signed later', 'authorisation-issued-later', { signed: { ...claire, issuedOn: '2026-10-07' } }],
    ['was taken back', 'authorisation-withdrawn', { signed: { ...claire, withdrawnOn: '2026-10-06' } }],
    ['covers other data', 'authorisation-data-not-covered', { signed: { ...claire, data: ['indexes'] } }],
    [
      'ends before the service',
      'authorisation-shorter-than-service',
      { signed: { ...claire, validUntil: '2027-10-05' } },
    ],
    [
      'is no consent, of fine data of a person',
      'authorisation-not-consent',
      { signed: { ...claire, kind: 'expressAuthorisation' } },
    ],
    [
      'is one consent to several purposes',
      'authorisation-not-specific',
      { signed: { ...claire, purpose: ['suivi', 'prospection'] } },
    ],
    ['was not given freely', 'authorisation-not-free', { signed: { ...claire, free: false } }],
    ['does not say what for', 'authorisation-incomplete', { signed: { ...claire, purpose: null } }],
    ['does not say how the data are used', 'authorisation-incomplete', { signed: { ...claire, use: null } }],
  ])('%s', async (_, finding, authorisations) => {
    const found = await foundFor(authorisations)

    expect(found.map((one) => one.finding)).toEqual([finding])
    expect(found[0]?.source).toMatch(/^FAQ, authorisation of the customer/)
  })

  test('has expired, which is shorter than the service too', async () => {
    const found = await foundFor({ signed: { ...claire, validUntil: '2026-10-05' } })

    expect(found.map(({ finding }) => finding)).toEqual(['authorisation-expired', 'authorisation-shorter-than-service'])
  })

  test('is that of whoever lived there before', async () => {
    const world = await openVillage({ authorisations: { signed: claire } })
    await world.utility('moveIn', { usagePoint: 'claire.home', customer: 'paul' })
    const point = prmOf(world, 'claire.home')
    const paul = world.state(({ customers, names }) => customers[names.customer['paul'] as never]?.identity)
    const nom = paul?.kind === 'naturalPerson' ? paul.lastName : ''

    await told(
      world,
      'commandeCollecte',
      collection(point, { declarationAccordClient: { accord: true, personnePhysique: { nom } } }),
    )

    expect(authorisationFindings(world).map(({ finding }) => finding)).toEqual(['authorisation-of-another-client'])
  })

  test('is no consent, but may be of a company', async () => {
    const world = await openVillage({
      authorisations: { signed: { customer: 'bakery', kind: 'expressAuthorisation' } },
    })

    await told(world, 'commandeInfraJ', withinTheDay(prmOf(world, 'bakery.shop')))

    expect(authorisationFindings(world)).toEqual([])
  })

  test('does not cover what a service of access opens', async () => {
    const world = await openVillage({ authorisations: { signed: { ...claire, data: ['curve'] } } })

    await told(world, 'commandeAccesDonnees', access(prmOf(world, 'claire.home'), { typeDonnees: 'ITC' }))

    expect(authorisationFindings(world).map(({ says }) => says)).toEqual([
      expect.stringContaining('It does not cover: contract, technical.'),
    ])
  })
})

describe('a customer', () => {
  test('signs for a party, and takes it back', async () => {
    const world = await openVillage({ authorisations: {} })
    const order = (point: string) => told(world, 'commandeCollecte', collection(prmOf(world, point)))

    await world.customer('signAuthorisation', { as: 'claire' })
    await order('claire.home')
    const signed = authorisationFindings(world)
    await world.customer('withdrawAuthorisation', { as: 'claire' })
    await order('claire.sunny')

    expect(signed).toEqual([])
    expect(authorisationFindings(world).map(({ finding }) => finding)).toEqual(['authorisation-withdrawn'])
  })
})
