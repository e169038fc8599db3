import { expect } from 'vitest'
import { contract, login } from '../enedis-sge.ts'
import type { Both, Places } from './index.ts'

type Name = 'consultationMesures' | 'mesuresDetailleesV2' | 'mesuresDetailleesV3' | 'recherchePoint'

/** Services that tell of points at once. */
export function consultations({ flat, serialNumber }: Places) {
  const week = { dateDebut: '2026-09-21', dateFin: '2026-09-28' }
  const readings = { pointId: flat, loginDemandeur: login, contratId: contract }
  const curve = { initiateurLogin: login, pointId: flat, mesuresTypeCode: 'COURBE', grandeurPhysique: 'PA' }
  const v2 = { ...curve, soutirage: true, injection: false, ...week, mesuresCorrigees: false, accordClient: true }
  const v3 = { ...curve, ...week, mesuresCorrigees: false, sens: 'SOUTIRAGE', cadreAcces: 'ACCORD_CLIENT' }
  const technical = { pointId: flat, loginUtilisateur: login, autorisationClient: true }
  const number = expect.stringMatching(/^\d+$/) as string
  return {
    consultationMesures: {
      asks: { ...readings, autorisationClient: true },
      told: { seriesMesuresDateesGrilleTurpe: { serie: expect.arrayContaining([read(number)]) as object } },
      wrong: { ...readings, autorisationClient: false },
      refused: ['SGT4G2', "Le demandeur n'est pas éligible à la consultation des données de mesures sur le point."],
    },
    mesuresDetailleesV2: {
      asks: { demande: v2 },
      told: {
        ...{ pointId: flat, mesuresCorrigees: 'BRUT', periode: week },
        grandeur: {
          ...{ grandeurMetier: 'CONS', grandeurPhysique: 'PA', unite: 'W' },
          mesure: halfHours({ v: number, d: '2026-09-21T00:30:00+02:00', p: 'PT30M', n: 'B' }),
        },
      },
      wrong: { demande: { ...v2, dateDebut: '2026-09-18' } },
      refused: ['SGT4L8', 'La durée demandée n’est pas compatible avec le type de mesure demandé'],
    },
    mesuresDetailleesV3: {
      asks: { demande: v3 },
      told: {
        ...{ pointId: flat, mesuresCorrigees: 'BRUT', periode: week },
        grandeur: {
          ...{ grandeurMetier: 'CONS', grandeurPhysique: 'PA', unite: 'W' },
          points: halfHours({ v: number, d: '2026-09-21 00:30:00', p: 'PT30M', n: 'B', iv: '0', ec: '0' }),
        },
      },
      wrong: { demande: { ...v3, dateDebut: '2026-10-05', dateFin: '2026-10-08' } },
      refused: ['SGT4K1', 'La date de fin doit être antérieure ou égale à la date du jour.'],
    },
    recherchePoint: {
      asks: { criteres: { matriculeOuNumeroSerie: serialNumber }, loginUtilisateur: login },
      told: {
        points: {
          point: {
            id: flat,
            ...{ matricule: serialNumber, typeComptage: { code: 'AMM' }, etatContractuel: { code: 'SERVC' } },
            adresseInstallationNormalisee: { ligne7: 'FRANCE' },
          },
        },
      },
      wrong: { criteres: { categorieClientFinalCode: 'RES' }, loginUtilisateur: login },
      refused: ['SGT4F7', 'Les critères renseignés ne sont pas suffisants.'],
    },
    donneesTechniquesContractuelles: {
      asks: technical,
      told: {
        point: {
          id: flat,
          donneesGenerales: {
            ...{ etatContractuel: { code: 'SERVC', libelle: 'En service' }, niveauOuvertureServices: '2' },
            segment: { code: 'C5', libelle: 'Segment C5' },
          },
          situationAlimentation: { alimentationPrincipale: { domaineTension: { code: 'BTINF' } } },
        },
      },
      wrong: { ...technical, pointId: '99999999999999' },
      refused: ['SGT401', 'Demande non recevable : point inexistant'],
    },
  } as const satisfies Record<Name | 'donneesTechniquesContractuelles', Both>
}

/** A week of half hours, of which the first is this. */
const halfHours = (first: object) => [first, ...Array.from({ length: 335 }, () => expect.anything() as object)]

const read = (valeur: string): object =>
  expect.objectContaining({
    ...{ grandeurPhysique: { code: 'EA', libelle: 'Energie active' }, unite: 'kWh' },
    mesuresDatees: { mesure: expect.arrayContaining([expect.objectContaining(readingOf(valeur))]) as object },
  }) as object

const readingOf = (valeur: string) => ({
  valeur,
  nature: { code: 'REEL', libelle: 'Réelle' },
  statut: { code: 'INITIALE', libelle: 'Initiale' },
})
