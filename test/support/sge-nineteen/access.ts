import { expect } from 'vitest'
import { contract, login } from '../enedis-sge.ts'
import { access, accessTo, directed, published } from '../enedis-sge-orders.ts'
import { affaireId, type Both, type Places } from './index.ts'

type Name =
  | 'commandeAccesDonnees'
  | 'commandeServicesAcces'
  | 'commandeArretServicesAcces'
  | 'commandeModificationOptions'
  | 'commandeRenouvellement'
  | 'rechercheServicesAcces'

const serviceSouscritId = expect.stringMatching(/^4\d{7}$/) as string

/** Orders of access, its changes and its end. */
export function accessCalls({ home, sunny, indexes, energies }: Places) {
  const naming = (serviceSouscritId: string, more: { dateFin?: string } = {}) => ({
    demande: {
      donneesGenerales: { ...directed(sunny), ...more },
      servicesSouscrits: { serviceSouscritId: [serviceSouscritId] },
    },
  })
  const publishing = (every: string) => ({
    demande: {
      donneesGenerales: directed(sunny),
      servicesSouscrits: {
        serviceSouscrit: [{ serviceSouscritId: indexes, ajouterOptionsPublication: published(every) }],
      },
    },
  })
  return {
    commandeAccesDonnees: {
      asks: access(sunny),
      told: { affaireId, prestations: { prestation: { fiche: { code: 'F300C' } } }, serviceSouscritId },
      wrong: access(sunny, { typeDonnees: 'XYZ' }),
      refused: ['SGT4Q1', "Le type de mesure renseigné n'est pas conforme."],
    },
    commandeServicesAcces: {
      asks: accessTo(home, [{ typeDonnees: 'PMAX' }]),
      told: {
        affaires: {
          affaire: {
            ...{ affaireId, prestations: { prestation: { fiche: { code: 'F305' } } } },
            serviceSouscritMesures: { serviceSouscritId, mesuresTypeCode: 'PMAX' },
          },
        },
      },
      wrong: accessTo(home, [{ typeDonnees: 'PMAX' }], { sens: 'INJECTION' }),
      refused: ['SGT583', 'Le sens demandé (soutirage ou injection) n’est pas compatible avec le point.'],
    },
    commandeArretServicesAcces: {
      asks: naming(energies),
      told: { servicesResilies: { serviceResilie: { affaireId, serviceSouscritId: energies } } },
      wrong: naming('99'),
      refused: ['SGT4O3', "Le service souscrit n'existe pas."],
    },
    commandeModificationOptions: {
      asks: publishing('P1M'),
      told: { servicesModifies: { serviceSouscritId: { serviceSouscritId: indexes } } },
      wrong: publishing('P1D'),
      refused: ['SGT570', 'Le service demandé est déjà actif sur la période demandée.'],
    },
    commandeRenouvellement: {
      asks: naming(indexes),
      told: { servicesRenouveles: { serviceRenouvele: { affaireId, serviceSouscritId: indexes } } },
      wrong: naming(indexes, { dateFin: '2029-10-07' }),
      refused: ['SGT569', 'La date de fin renseignée est au-delà de la durée permise.'],
    },
    rechercheServicesAcces: {
      asks: { criteres: { pointId: sunny, contratId: contract }, loginUtilisateur: login },
      told: {
        servicesSouscrits: {
          serviceSouscrit: expect.arrayContaining([
            expect.objectContaining({
              ...{ serviceSouscritId: indexes, pointId: sunny, serviceSouscritCode: 'ACCES', etatCode: 'ACTIF' },
              ...{ injection: 'false', soutirage: 'true', mesuresTypeCode: 'IDX', mesuresPas: 'P1D' },
            }),
          ]) as object,
        },
      },
      wrong: { criteres: { pointId: sunny, contratId: contract }, loginUtilisateur: 'nobody@wattproof.example' },
      refused: ['SGT504', 'Problème : utilisateur non trouvé'],
    },
  } as const satisfies Record<Name, Both>
}
