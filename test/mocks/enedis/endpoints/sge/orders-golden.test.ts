import { expect, test } from 'vitest'
import type { SgeServiceName } from '../../../../../mocks/enedis/model/index.ts'
import { complaintsOf, replyIn } from '../../../../support/enedis-sge-replies.ts'
import { contract, login } from '../../../../support/enedis-sge.ts'
import {
  access,
  accessTo,
  atWork,
  collection,
  directed,
  openVillage,
  prmOf,
  published,
  stopOf,
  withinTheDay,
} from '../../../../support/enedis-sge-orders.ts'

test('orders, changes, stops and searches answer as promised to the byte', async () => {
  const world = await openVillage()
  const [home, sunny, shop] = ['claire.home', 'claire.sunny', 'bakery.shop'].map((name) => prmOf(world, name)) as [
    string,
    string,
    string,
  ]
  const search = (pointId: string) => ({ criteres: { pointId, contratId: contract }, loginUtilisateur: login })
  async function answers(name: SgeServiceName, body: object, file = name as string): Promise<string> {
    const { status, text } = await world.ask(name, body)
    expect([file, status, complaintsOf(name, text)]).toEqual([file, 200, []])
    await expect(`${text}\n`).toMatchFileSnapshot(`../../../../golden/enedis/sge/${file}.xml`)
    return text
  }
  const naming = (services: string[]) => ({
    demande: { donneesGenerales: directed(sunny), servicesSouscrits: { serviceSouscritId: services } },
  })

  const curve = await answers('commandeCollecte', collection(home))
  await answers(
    'commandeCollecte',
    collection(shop, { ...atWork, transmissionRecurrente: false }),
    'commandeCollecte-F300B',
  )
  await answers('commandeInfraJ', withinTheDay(shop))
  await answers('commandeAccesDonnees', access(sunny))
  const kinds = [{ typeDonnees: 'IDX', optionsPublication: published('P1D') }, { typeDonnees: 'ENERGIE' }]
  const several = replyIn(
    'commandeServicesAcces',
    await answers('commandeServicesAcces', accessTo(sunny, kinds, { dateFin: '2027-01-31' })),
  )
  const services = several.affaires?.affaire.map((one) => one.serviceSouscritMesures.serviceSouscritId) ?? []
  const options = { serviceSouscritId: services[0] ?? '', ajouterOptionsPublication: published('P1M') }
  await answers('commandeModificationOptions', {
    demande: { donneesGenerales: directed(sunny), servicesSouscrits: { serviceSouscrit: [options] } },
  })
  await answers('commandeRenouvellement', naming(services.slice(0, 1)))
  await world.customer('opposeCurve', { usagePoint: 'claire.home' })
  const stopped = replyIn('commandeCollecte', curve).serviceSouscritId ?? ''
  await answers('commandeArretServiceSouscrit', stopOf(home, stopped))
  await answers('commandeArretServicesAcces', naming(services.slice(1)))
  await world.world.advance('P1D')

  await answers('rechercheServicesSouscrits', search(home))
  await answers('rechercheServicesAcces', search(sunny))
})
