import { createClientAsync } from 'soap'
import { describe, expect, test } from 'vitest'
import { isOperation, paths, type Operation } from '../../../../../conformance/clients/enedis-sge/kit.ts'
import { placed } from '../../../../../conformance/clients/enedis-sge/wire/placed.ts'
import { sge } from '../../../../../mocks/enedis/wire/sge/index.ts'
import type { SoapService } from '../../../../../src/toolbox/soap/index.ts'
import { hasOfficial, officialMissing, officialSchemaOf } from '../../../../support/soap/official.ts'
import { example } from '../../../../support/soap/arbitrary.ts'
import { whileServing } from '../../../../support/soap/serve.ts'

if (!hasOfficial()) console.warn(officialMissing)

const services: (SoapService & { path: string })[] = Object.values(sge)
const login = 'acme@wattproof.example'
const point = '25884515170669'
const ourselves = { initiateurLogin: login, loginUtilisateur: login, loginDemandeur: login, contratId: '1111111' }
const client = { personnePhysique: { civilite: 'M', nom: 'Moreau' } }
const year = { dateDebut: '2026-10-06', dateFin: '2027-10-05' }
const files = { pointIds: { pointId: [point, '30001610071843'] }, sens: 'SOUTIRAGE', format: 'CSV' }

/** Words for each service, in no order. */
const words: Record<Operation, object> = {
  consulterMesures: { autorisationClient: true, pointId: point },
  consulterMesuresDetaillees: {
    ...{ accordClient: true, mesuresCorrigees: false, injection: false, soutirage: true },
    ...{ grandeurPhysique: 'PA', mesuresTypeCode: 'COURBE', pointId: point, ...year },
  },
  consulterMesuresDetailleesV3: {
    ...{ cadreAcces: 'ACCORD_CLIENT', sens: 'SOUTIRAGE', mesuresCorrigees: false, mesuresPas: 'P1D' },
    ...{ grandeurPhysique: 'PMA', mesuresTypeCode: 'PMAX', pointId: point, ...year },
  },
  rechercherPoint: { categorieClientFinalCode: 'RES', codeInseeCommune: '34231', codePostal: '34650' },
  consulterDonneesTechniquesContractuelles: { autorisationClient: true, pointId: point },
  commanderCollectePublicationMesures: {
    ...{ periodiciteTransmission: 'P1D', transmissionRecurrente: true, mesuresCorrigees: false, mesuresPas: 'PT30M' },
    ...{ injection: false, soutirage: true, mesuresTypeCode: 'CDC', objetCode: 'AME', pointId: point, ...year },
    declarationAccordClient: { ...client, accord: true },
  },
  rechercherServicesSouscritsMesures: { pointId: point },
  commanderArretServiceSouscritMesures: { serviceSouscritId: '40000001', objetCode: 'ASS', pointId: point },
  commanderTransmissionDonneesInfraJ: {
    ...{ ptd: true, idx: true, cdc: true, soutirage: true, injection: false, objetCode: 'AME', pointId: point },
    declarationAccordClient: [{ ...client, soutirage: true, injection: false, accordClient: true }],
  },
  commanderTransmissionHistoriqueMesures: {
    ...{ pasCdc: { unite: 'min', valeur: 30 }, mesureCorrigee: false, mesureType: 'CDC', objetCode: 'HDM' },
    ...{ ...year, pointId: point, declarationAccordClient: { ...client, accordClient: true } },
  },
  commanderAccesDonneesMesures: {
    ...{ soutirage: true, injection: false, typeDonnees: 'CDC', objetCode: 'AME', pointId: point, ...year },
    declarationAccordClient: { accord: true },
  },
  commanderServicesAccesDonnees: {
    ...{ sens: 'SOUTIRAGE', pointId: point, dateFin: '2027-10-05', declarationAccordClient: { accord: true } },
    servicesSouscrits: {
      serviceSouscrit: [
        { optionsPublication: { optionPublication: [{ periodiciteTransmission: 'P1D' }] }, typeDonnees: 'CDC' },
        { typeDonnees: 'IDX' },
      ],
    },
  },
  commanderArretServicesAccesDonnees: {
    ...{ sens: 'SOUTIRAGE', pointId: point, servicesSouscrits: { serviceSouscritId: ['40000001', '40000002'] } },
  },
  commanderModificationOptionsServicesAccesDonnees: {
    ...{ sens: 'SOUTIRAGE', pointId: point },
    servicesSouscrits: {
      serviceSouscrit: [
        {
          supprimerOptionsPublication: { optionPublication: [{ periodiciteTransmission: 'P1M' }] },
          serviceSouscritId: '40000001',
        },
      ],
    },
  },
  commanderRenouvellementServicesAccesDonnees: {
    ...{ dateFin: '2028-10-05', sens: 'SOUTIRAGE', pointId: point, declarationAccordClient: { accord: true } },
    servicesSouscrits: { serviceSouscritId: ['40000001'] },
  },
  rechercherServicesAccesDonnees: { pointId: point },
  commandeHistoriqueDonneesMesuresFines: {
    ...{ cadreAcces: 'ACCORD_CLIENT', ...year, mesuresCorrigees: false, mesuresTypeCode: 'COURBES', ...files },
  },
  commandeHistoriqueDonneesMesuresFacturantes: { cadreAcces: 'ACCORD_CLIENT', ...year, ...files },
  commandeInformationsTechniquesEtContractuelles: { cadreAcces: 'ACCORD_CLIENT', ...files },
}

test('the client knows the nineteen services where they are', () => {
  expect(Object.fromEntries(services.map(({ operation, path }) => [operation, path]))).toEqual(paths)
})

/** What the client sends each service, and what the service reads. */
async function whileCalling(take: (sent: { operation: Operation; envelope: string; read: unknown }) => void) {
  const read = new Map<string, unknown>()
  const served = services.map((service) => ({
    path: service.path,
    service,
    answer: (request: { body: unknown }) => {
      read.set(service.operation, request.body)
      const header = service.replyHeader ? example(service.replyHeader.shape) : undefined
      return { body: example(service.reply.shape), header }
    },
  }))
  await whileServing(served, async (origin) => {
    for (const { operation, path } of services) {
      if (!isOperation(operation)) throw new Error(`The client does not know ${operation}.`)
      const soap = await createClientAsync(`${origin}${path}?wsdl`)
      await soap[`${operation}Async`](placed(soap.describe(), operation, { ...ourselves, ...words[operation] }))
      take({ operation, envelope: soap.lastRequest ?? '', read: read.get(operation) })
    }
  })
}

describe('words of a call', () => {
  test('are put where their names stand, in the order that the service wants', async () => {
    const read = new Map<string, unknown>()

    await whileCalling((sent) => read.set(sent.operation, sent.read))

    expect([...read.keys()].sort()).toEqual(Object.keys(paths).sort())
    expect(read.get('rechercherPoint')).toEqual({
      criteres: {
        adresseInstallation: { codePostal: '34650', codeInseeCommune: '34231' },
        categorieClientFinalCode: 'RES',
      },
      loginUtilisateur: login,
    })
    expect(read.get('commanderCollectePublicationMesures')).toMatchObject({
      demande: {
        donneesGenerales: { objetCode: 'AME', pointId: point, initiateurLogin: login, contratId: '1111111' },
        accesMesures: { declarationAccordClient: { accord: true, ...client }, mesuresPas: 'PT30M' },
      },
    })
    expect(read.get('commandeHistoriqueDonneesMesuresFines')).toMatchObject({
      demande: { format: 'CSV', pointIds: { pointId: [point, '30001610071843'] }, sens: 'SOUTIRAGE' },
    })
  })

  test.skipIf(!hasOfficial())("make requests that Enedis's own schemas take, of all nineteen", async () => {
    const complaints = new Map<string, string[]>()

    await whileCalling(({ operation, envelope }) => {
      const [, body = ''] = /<soap:Body>(.*)<\/soap:Body>/s.exec(envelope) ?? []
      const [, namespaces = ''] = /<soap:Envelope([^>]*)>/.exec(envelope) ?? []
      const missing = [...namespaces.matchAll(/xmlns:\w+="[^"]*"/g)].map(([one]) => one)
      const own = missing.filter((one) => !/^<[^>]*/.exec(body)?.[0].includes(one))
      complaints.set(operation, officialSchemaOf(operation)(body.replace(/^<[\w:]+/, `$& ${own.join(' ')}`)))
    })

    expect(Object.fromEntries([...complaints].filter(([, says]) => says.length > 0))).toEqual({})
    expect(complaints.size).toBe(19)
  })
})
