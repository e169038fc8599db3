import { readFile } from 'node:fs/promises'
import { Agent } from 'node:https'
import { ClientSSLSecurity, createClientAsync } from 'soap'
import { afterEach, describe, expect, test } from 'vitest'
import { card } from '../../mocks/enedis/index.ts'
import { sgeServices, type SgeServiceName, type State, type UsagePointId } from '../../mocks/enedis/model/index.ts'
import { HeldWorld, type Doors } from '../../src/sandbox/held-world.ts'
import { Sandbox } from '../../src/sandbox/sandbox.ts'
import type { Shape } from '../../src/toolbox/xml/shape/index.ts'
import { contract, login, serviceNamed } from '../support/enedis-sge.ts'
import {
  access,
  accessTo,
  collection,
  directed,
  published,
  stopOf,
  village,
  withinTheDay,
} from '../support/enedis-sge-orders.ts'
import { hasOfficial, officialMissing, officialWsdlOf } from '../support/soap/official.ts'
import { callWithZeep, hasZeep, zeepMissing } from '../support/soap/zeep.ts'
import { story } from '../support/worlds.ts'

if (!hasZeep()) console.warn(zeepMissing)
if (!hasOfficial()) console.warn(officialMissing)

let held: HeldWorld<Doors> | undefined
afterEach(() => held?.stop())

/** What is subscribed to before anything begins, so that there is something to change, to renew and to stop. */
const services = {
  collected: { usagePoint: 'claire.sunny' },
  indexes: { usagePoint: 'claire.sunny', family: 'acces', measures: 'IDX' },
  energies: { usagePoint: 'claire.sunny', family: 'acces', measures: 'ENERGIE' },
} as const

/** The village behind TLS, and a call of each of the nineteen services that it answers. */
async function openVillage() {
  const clock = { start: '2026-10-06T08:00:00.000Z', zone: 'Europe/Paris' }
  const scenario = story({ enedis: { ...village, sge: { services } } }, { clock })
  const sandbox = await Sandbox.start({ cards: [card], portBase: 0 })
  const world = await sandbox.create('default', { scenario })
  held = new HeldWorld<Doors>(sandbox, world)
  const { https: origin } = (await held.addresses())['enedis']?.['sge'] as { https: string }
  const own = await held.certificate('enedis', 'sge')
  const tls = { ca: await sandbox.caFile(), certificate: own.certificateFile, key: own.keyFile }
  return { origin, tls, calls: world.read('enedis', (state) => callsIn(state as State)), world: held }
}

function callsIn({ names, usagePoints, sge }: State): Record<SgeServiceName, object> {
  const at = (name: string) => names.usagePoint[name] as string
  const numbers = Object.keys(sge.subscriptions)
  const [collected = '', indexes = '', energies = ''] = numbers
  const [home, sunny, shop, flat] = ['claire.home', 'claire.sunny', 'bakery.shop', 'paul.flat'].map(at) as [
    string,
    string,
    string,
    string,
  ]
  const serialNumber = usagePoints[flat as UsagePointId]?.meters.at(-1)?.serialNumber
  const search = { criteres: { pointId: sunny, contratId: contract }, loginUtilisateur: login }
  const week = { dateDebut: '2026-09-21', dateFin: '2026-09-28', mesuresCorrigees: false }
  const curve = { initiateurLogin: login, pointId: flat, mesuresTypeCode: 'COURBE', grandeurPhysique: 'PA', ...week }
  const right = { sens: 'SOUTIRAGE', cadreAcces: 'ACCORD_CLIENT' }
  const naming = (...serviceSouscritId: string[]) => ({
    demande: { donneesGenerales: directed(sunny), servicesSouscrits: { serviceSouscritId } },
  })
  const options = { serviceSouscritId: indexes, ajouterOptionsPublication: published('P1M') }
  const general = { initiateurLogin: login, contratId: contract }
  const september = { dateDebut: '2026-09-01', dateFin: '2026-10-01' }
  const points = { pointIds: { pointId: [flat] } }
  return {
    consultationMesures: { pointId: flat, loginDemandeur: login, contratId: contract, autorisationClient: true },
    mesuresDetailleesV2: { demande: { ...curve, soutirage: true, injection: false, accordClient: true } },
    mesuresDetailleesV3: { demande: { ...curve, ...right } },
    recherchePoint: { criteres: { matriculeOuNumeroSerie: serialNumber }, loginUtilisateur: login },
    donneesTechniquesContractuelles: { pointId: flat, loginUtilisateur: login, autorisationClient: true },
    commandeCollecte: collection(home),
    rechercheServicesSouscrits: search,
    commandeArretServiceSouscrit: stopOf(sunny, collected),
    commandeInfraJ: withinTheDay(shop),
    commandeHistorique: {
      demande: {
        donneesGenerales: { objetCode: 'HDM', contratId: contract, pointId: flat, initiateurLogin: login },
        historiqueMesures: {
          ...september,
          declarationAccordClient: { accordClient: true },
          mesureType: 'CDC',
          mesureCorrigee: false,
          pasCdc: { valeur: '30', unite: 'min' },
        },
      },
    },
    commandeAccesDonnees: access(sunny),
    commandeServicesAcces: accessTo(home, [{ typeDonnees: 'PMAX' }]),
    commandeArretServicesAcces: naming(energies),
    commandeModificationOptions: {
      demande: { donneesGenerales: directed(sunny), servicesSouscrits: { serviceSouscrit: [options] } },
    },
    commandeRenouvellement: naming(indexes),
    rechercheServicesAcces: search,
    commandeMesuresFines: {
      donneesGenerales: general,
      demande: { ...points, mesuresTypeCode: 'COURBES', mesuresCorrigees: false, ...september, ...right },
    },
    commandeMesuresFacturantes: { donneesGenerales: general, demande: { ...points, ...september, ...right } },
    commandeInformationsTechniques: { donneesGenerales: general, demande: { ...points, ...right } },
  }
}

/** The same with its elements in the order of the schema, which the npm package soap leaves to its caller. */
function inOrder(shape: Shape, value: unknown): unknown {
  if (shape.content === 'simple' || typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const places = Object.keys(shape.children)
  const sorted = entries.sort(([one], [other]) => places.indexOf(one) - places.indexOf(other))
  const ordered = sorted.map(([name, part]) => {
    const of = shape.children[name]?.of
    if (of === undefined) return [name, part]
    return [name, Array.isArray(part) ? part.map((each) => inOrder(of, each)) : inOrder(of, part)]
  })
  return Object.fromEntries(ordered)
}

const names = Object.keys(sgeServices) as SgeServiceName[]
const wrong = { pointId: '99999999999999', loginUtilisateur: login, autorisationClient: true }

test('the npm package soap builds clients from our descriptions and calls all nineteen over mutual TLS', async () => {
  const { origin, tls, calls, world } = await openVillage()
  const [ca, cert, key] = await Promise.all([tls.ca, tls.certificate, tls.key].map((file) => readFile(file, 'utf8')))
  const httpsAgent = new Agent({ ca, cert, key })
  const clientOf = async (name: SgeServiceName) => {
    const client = await createClientAsync(`${origin}${serviceNamed(name).path}?wsdl`, { wsdl_options: { httpsAgent } })
    client.setSecurity(new ClientSSLSecurity(Buffer.from(key ?? ''), Buffer.from(cert ?? ''), Buffer.from(ca ?? '')))
    return client
  }

  const told: string[] = []
  for (const name of names) {
    const client = await clientOf(name)
    const { operation, request, reply } = serviceNamed(name)
    const [, raw] = (await client[`${operation}Async`](inOrder(request.shape, calls[name]))) as [unknown, string]
    if (raw.includes(`:${reply.name}`)) told.push(name)
  }
  const client = await clientOf('donneesTechniquesContractuelles')
  const refused = (client['consulterDonneesTechniquesContractuellesAsync'] as (body: object) => Promise<never>)(wrong)

  expect(told).toEqual(names)
  await expect(refused).rejects.toMatchObject({
    root: { Envelope: { Body: { Fault: { detail: { erreur: { resultat: { attributes: { code: 'SGT401' } } } } } } } },
  })
  expect(world.journal.calls().refused().count()).toBe(1)
  httpsAgent.destroy()
})

const fromOurs = (origin: string, name: SgeServiceName) => ({ wsdl: `${origin}${serviceNamed(name).path}?wsdl` })
const fromTheirs = (origin: string, name: SgeServiceName) => ({
  wsdl: officialWsdlOf(serviceNamed(name).operation),
  address: `${origin}${serviceNamed(name).path}`,
})

describe.skipIf(!hasZeep())('zeep calls all nineteen over mutual TLS', () => {
  async function expectAllAnswered(from: typeof fromOurs | typeof fromTheirs): Promise<void> {
    const { origin, tls, calls } = await openVillage()
    const made = names.map((name) => ({
      ...from(origin, name),
      operation: serviceNamed(name).operation,
      body: calls[name],
      tls,
    }))
    const refused = { ...made[names.indexOf('donneesTechniquesContractuelles')], body: wrong } as (typeof made)[0]

    const results = await callWithZeep([...made, refused])

    const failed = results.slice(0, -1).flatMap((result, at) => ('reply' in result ? [] : [[names[at], result]]))
    expect(failed).toEqual([])
    expect(results.at(-1)).toMatchObject({
      fault: {
        code: 'soap:Server',
        text: 'Demande non recevable : point inexistant',
        detail: expect.stringContaining('code="SGT401"') as string,
      },
    })
  }

  test('as a client built from our own descriptions', () => expectAllAnswered(fromOurs))

  test.skipIf(!hasOfficial())("as a client built from Enedis's", () => expectAllAnswered(fromTheirs))
})
