import { describe, expect, test } from 'vitest'
import type { State } from '../../../../../mocks/enedis/model/index.ts'
import { contract, login, requestOf, type Sge } from '../../../../support/enedis-sge.ts'
import { company, openVillage, prmOf } from '../../../../support/enedis-sge-orders.ts'
import { codeOf, told } from '../../../../support/enedis-sge-replies.ts'

const claire = { personnePhysique: { civilite: 'MME', nom: 'Lefèvre-Roy', prenom: 'Claire' } }

const history = (pointId: string, more: object = {}) => ({
  demande: {
    donneesGenerales: { objetCode: 'HDM', contratId: contract, pointId, initiateurLogin: login, refFrn: 'mine-1' },
    historiqueMesures: {
      ...{ dateDebut: '2026-09-01', dateFin: '2026-10-01', mesureType: 'CDC', mesureCorrigee: false },
      declarationAccordClient: { accordClient: true, ...claire },
      pasCdc: { valeur: '30', unite: 'min' as const },
      ...more,
    },
  },
})

const general = { initiateurLogin: login, contratId: contract, referenceDemandeur: 'mine-2' }
const points = (...pointId: string[]) => ({ pointIds: { pointId } })
const right = { sens: 'SOUTIRAGE', cadreAcces: 'ACCORD_CLIENT' } as const
const september = { dateDebut: '2026-09-01', dateFin: '2026-10-01' }

const ordersOf = (world: Sge) => world.state((state: State) => Object.values(state.sge.orders))
const deposited = (world: Sge) => world.world.outbox.list().map(({ kind }) => kind)

describe('an order of history', () => {
  test.each([
    ['CDC', 'F380'],
    ['IDX', 'F385B'],
  ])('of %s brings the sheet %s, and a file two hours later', async (mesureType, fiche) => {
    const world = await openVillage()

    const reply = await told(
      world,
      'commandeHistorique',
      history(prmOf(world, 'paul.flat'), {
        mesureType,
        declarationAccordClient: { accordClient: true },
      }),
    )
    await world.world.advance('PT2H')

    expect(reply.affaireId).toMatch(/^[0-9A-Z]{8}$/)
    expect(reply.prestations?.prestation.map((one) => one.fiche.code)).toEqual([fiche])
    expect(ordersOf(world)).toMatchObject([{ id: reply.affaireId, reference: 'mine-1', by: login }])
    expect(deposited(world)).toEqual(['HDM'])
  })

  test.each([
    ['too deep', { dateDebut: '2024-10-05' }, 'SGT4L8'],
    ['without the customer', { declarationAccordClient: { accordClient: false } }, 'SGT566'],
    [
      'in the name of a company',
      { declarationAccordClient: { accordClient: true, ...{ personneMorale: company.personneMorale } } },
      'SGT4L4',
    ],
    ['in hours', { pasCdc: { valeur: '1', unite: 'h' as const } }, 'SGT4H3'],
  ])('%s is refused', async (_, more, code) => {
    const world = await openVillage()

    expect(await codeOf(world, 'commandeHistorique', history(prmOf(world, 'claire.home'), more))).toBe(code)
    expect(ordersOf(world)).toEqual([])
  })
})

describe('an order of M023', () => {
  test('of fine measures leads to the files of many points', async () => {
    const world = await openVillage()
    const asked = { ...points(prmOf(world, 'paul.flat'), prmOf(world, 'bakery.shop')), ...right, ...september }

    const affaire = await told(world, 'commandeMesuresFines', {
      donneesGenerales: general,
      demande: { ...asked, mesuresTypeCode: 'ENERGIE', cadreAcces: 'ACCORD_CLIENT' },
    })
    await world.world.advance('PT2H')

    expect(ordersOf(world)).toMatchObject([
      { id: affaire, asks: { measures: 'ENERGIE', format: 'JSON', stage: 'BRUT' } },
    ])
    expect(deposited(world)).toEqual(['R65'])
  })

  test('of measures for bills leads to R67, of data to C68, by the right that it names', async () => {
    const world = await openVillage()
    const flat = points(prmOf(world, 'paul.flat'))

    await told(world, 'commandeMesuresFacturantes', {
      donneesGenerales: general,
      demande: { ...flat, ...right, ...september },
    })
    await told(world, 'commandeInformationsTechniques', {
      donneesGenerales: general,
      demande: { ...flat, ...right, format: 'CSV', cadreAcces: 'SERVICE_ACCES' },
    })
    await world.world.advance('PT2H')

    // Nobody subscribed to data of contracts, so that all the second order brings is a report.
    expect(deposited(world)).toEqual(['R67', 'CR.M023'])
    expect(ordersOf(world).map((order) => order.right)).toEqual(['agreement', 'accessService'])
  })

  test.each(['commandeMesuresFines', 'commandeMesuresFacturantes'] as const)(
    '%s refuses with a plain fault, by a switch with a code',
    async (service) => {
      const demande = { ...points('30001610071843'), ...right, dateDebut: '2026-10-01', dateFin: '2026-09-01' }
      const body = { donneesGenerales: general, demande: { ...demande, mesuresTypeCode: 'COURBES' as const } }
      const refusal = async (m023Fault: string) => {
        const world = await openVillage({}, { dialect: { m023Fault } })
        const { mesuresTypeCode: _, ...without } = body.demande
        const asked = service === 'commandeMesuresFines' ? body : { ...body, demande: without }
        const { status, code, text } = await world.ask(service, asked)
        return [status, code, /<faultstring>Erreur Fonctionnelle MF[IA] : SGT4K4/.test(text)]
      }

      expect(await refusal('plain')).toEqual([500, null, true])
      expect(await refusal('detail')).toEqual([500, 'SGT4K4', false])
    },
  )

  test('leaves in the journal that a customer has signed nothing for it', async () => {
    const world = await openVillage({ authorisations: { hers: { customer: 'claire' } } })

    await told(world, 'commandeMesuresFacturantes', {
      donneesGenerales: general,
      demande: { ...points(prmOf(world, 'paul.flat')), ...right, ...september },
    })

    expect(world.findings()).toMatchObject([{ finding: 'authorisation-missing' }])
  })
})

test('an example of each order of files is refused for its point or its days, never for its form', async () => {
  const world = await openVillage()
  const codes = []
  for (const name of ['commandeHistorique', 'commandeInformationsTechniques'] as const) {
    codes.push((await world.ask(name, requestOf(name))).code)
  }

  expect(codes).toEqual(['SGT463', null])
})
