import { describe, expect, test } from 'vitest'
import { login, openSge, requestOf, type Told } from '../../../../support/enedis-sge.ts'

const rivals = {
  sge: {
    otherParties: { rival: { users: ['rita@rival.example'], contract: '2222222' } },
  },
} satisfies Told

describe('a user', () => {
  test('whom nobody knows is told so', async () => {
    const sge = await openSge()

    const { code, says } = await sge.ask('recherchePoint', requestOf('recherchePoint', { login: 'who@example.com' }))

    expect([code, says]).toEqual(['SGT504', 'Problème : utilisateur non trouvé'])
  })

  test('is known however the address is spelled', async () => {
    const sge = await openSge()

    const { code } = await sge.ask('recherchePoint', requestOf('recherchePoint', { login: 'ACME@WattProof.example' }))

    expect([code, sge.lastExchange()?.caller]).toEqual(['SGT200', login])
  })

  test('is known about ten days after they were created', async () => {
    const sge = await openSge()
    const theirs = requestOf('recherchePoint', { login: 'new@wattproof.example' })

    await sge.utility('openUser', { login: 'New@wattproof.example' })
    const atOnce = await sge.ask('recherchePoint', theirs)
    await sge.world.advance('P9D')
    const later = await sge.ask('recherchePoint', theirs)
    await sge.world.advance('P1D')

    expect([atOnce.code, later.code, (await sge.ask('recherchePoint', theirs)).code]).toEqual([
      'SGT504',
      'SGT504',
      'SGT200',
    ])
  })

  test('is created once', async () => {
    const sge = await openSge()

    expect(await sge.refusedTo('utility', 'openUser', { login })).toBe('sgeUserExists')
  })

  test('of a party that nobody has created is unknown', async () => {
    const sge = await openSge({ sge: { party: { reached: 'nothing' } } })

    expect((await sge.ask('recherchePoint')).code).toBe('SGT504')
  })
})

describe('a contract', () => {
  const under = (contract: string) => requestOf('commandeCollecte', { contract })

  test('that does not exist is told so', async () => {
    const sge = await openSge()

    expect(await sge.ask('commandeCollecte', under('9999999'))).toMatchObject({
      code: 'SGT471',
      says: "Le contrat saisi n'existe pas.",
    })
  })

  test('of another party is told to be none of the caller’s', async () => {
    const sge = await openSge(rivals)

    expect(await sge.ask('commandeCollecte', under('2222222'))).toMatchObject({
      code: 'SGT472',
      says: "Le numéro de contrat renseigné ne correspond pas à l'acteur initiateur.",
    })
  })

  test('is asked of whoever names one, and of nobody else', async () => {
    const sge = await openSge(rivals)

    const theirs = await sge.ask('commandeCollecte', requestOf('commandeCollecte', { login: 'rita@rival.example' }))
    const searching = await sge.ask('recherchePoint', requestOf('recherchePoint', { login: 'rita@rival.example' }))

    expect([theirs.code, searching.code]).toEqual(['SGT472', 'SGT200'])
  })
})

describe('a package', () => {
  const granted = { sge: { party: { homologated: ['consultation'] } } } satisfies Told

  test('that was not granted does not open in production', async () => {
    const sge = await openSge(granted)

    const [search, order, history] = [
      await sge.ask('recherchePoint'),
      await sge.ask('commandeCollecte'),
      await sge.ask('commandeHistorique'),
    ]

    expect([search.code, order.code, history.code]).toEqual(['SGT200', 'SGT483', 'SGT483'])
  })

  test('opens for all its services once it is granted', async () => {
    const sge = await openSge(granted)

    await sge.utility('grantPackage', { package: 'commande' })

    const asked = ['commandeCollecte', 'rechercheServicesSouscrits', 'commandeServicesAcces'] as const
    const codes = await Promise.all(asked.map(async (name) => (await sge.ask(name)).code))
    expect(codes).toEqual(['SGT200', 'SGT200', 'SGT200'])
  })

  test('need not be granted to be tried in homologation', async () => {
    const sge = await openSge({ sge: { environment: 'homologation', party: { homologated: [] } } })

    expect((await sge.ask('commandeCollecte')).code).toBe('SGT200')
  })
})
