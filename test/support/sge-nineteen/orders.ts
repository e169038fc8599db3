import { contract, login } from '../enedis-sge.ts'
import { collection, stopOf, withinTheDay } from '../enedis-sge-orders.ts'
import { affaireId, type Both, type Places } from './index.ts'

type Name = 'commandeCollecte' | 'rechercheServicesSouscrits' | 'commandeArretServiceSouscrit' | 'commandeInfraJ'

/** Orders of the first family, and what there is of them. */
export function orders({ home, sunny, shop, collected }: Places) {
  const within = withinTheDay(shop)
  const [declared] = within.demande.accesDonnees.declarationAccordClient
  return {
    commandeCollecte: {
      asks: collection(home),
      told: {
        ...{ affaireId, serviceSouscritId: '40000005' },
        prestations: { prestation: { rang: '1', fiche: { code: 'F300C' }, option: { code: 'F300CO1' } } },
      },
      wrong: collection(home, { dateFin: '2027-10-07' }),
      refused: [
        'SGT4H4',
        "La date de fin doit être renseignée et la durée demandée pour l'accès aux données de mesures ne doit pas excéder 1 an.",
      ],
    },
    rechercheServicesSouscrits: {
      asks: { criteres: { pointId: sunny, contratId: contract }, loginUtilisateur: login },
      told: {
        servicesSouscritsMesures: {
          serviceSouscritMesures: {
            ...{ serviceSouscritId: collected, pointId: sunny, serviceSouscritType: { code: 'TRANSREC' } },
            ...{ injection: false, soutirage: true, contratId: contract, etatCode: 'ACTIF' },
            ...{ dateDebut: '2026-09-06', dateFin: '2027-09-06', mesuresTypeCode: 'CDC', mesuresPas: 'PT30M' },
            ...{ mesuresCorrigees: false, periodiciteTransmission: 'P1D' },
          },
        },
      },
      wrong: { criteres: { pointId: sunny, contratId: '7654321' }, loginUtilisateur: login },
      refused: ['SGT471', "Le contrat saisi n'existe pas."],
    },
    commandeArretServiceSouscrit: {
      asks: stopOf(sunny, collected),
      told: { affaireId, prestations: { prestation: { fiche: { code: 'F300C' }, option: { code: 'F300CO1' } } } },
      wrong: stopOf(sunny, '99'),
      refused: ['SGT4O3', "Le service souscrit n'existe pas."],
    },
    commandeInfraJ: {
      asks: within,
      told: { demandeId: affaireId, prestations: { prestation: { rang: '1', fiche: { code: 'F375A' } } } },
      wrong: withinTheDay(shop, { declarationAccordClient: [{ ...declared, accordClient: false }] as never }),
      refused: ['SGT566', "Ce service nécessite l'accord du client."],
    },
  } as const satisfies Record<Name, Both>
}
