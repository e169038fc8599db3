import { contract, login } from '../enedis-sge.ts'
import { affaireId, type Both, type Places } from './index.ts'

type Name =
  'commandeHistorique' | 'commandeMesuresFines' | 'commandeMesuresFacturantes' | 'commandeInformationsTechniques'

/** Orders that files answer. */
export function files({ flat }: Places) {
  const september = { dateDebut: '2026-09-01', dateFin: '2026-10-01' }
  const right = { sens: 'SOUTIRAGE', cadreAcces: 'ACCORD_CLIENT' }
  const general = { initiateurLogin: login, contratId: contract }
  const fromNobody = { ...general, contratId: '7654321' }
  const points = { pointIds: { pointId: [flat] } }
  const fine = { ...points, mesuresTypeCode: 'COURBES', mesuresCorrigees: false, ...september, ...right }
  const history = (dateDebut: string) => ({
    demande: {
      donneesGenerales: { objetCode: 'HDM', contratId: contract, pointId: flat, initiateurLogin: login },
      historiqueMesures: {
        ...{ ...september, dateDebut, declarationAccordClient: { accordClient: true } },
        ...{ mesureType: 'CDC', mesureCorrigee: false, pasCdc: { valeur: '30', unite: 'min' } },
      },
    },
  })
  return {
    commandeHistorique: {
      asks: history('2026-09-01'),
      told: { affaireId, prestations: { prestation: { rang: '1', fiche: { code: 'F380' } } } },
      wrong: history('2024-09-01'),
      refused: ['SGT4L8', 'La durée demandée n’est pas compatible avec le type de mesure demandé'],
    },
    commandeMesuresFines: {
      asks: { donneesGenerales: general, demande: fine },
      told: affaireId,
      wrong: { donneesGenerales: fromNobody, demande: fine },
      refused: [null, "Erreur Fonctionnelle MFI : SGT471 Le contrat saisi n'existe pas."],
    },
    commandeMesuresFacturantes: {
      asks: { donneesGenerales: general, demande: { ...points, ...september, ...right } },
      told: affaireId,
      wrong: { donneesGenerales: fromNobody, demande: { ...points, ...september, ...right } },
      refused: [null, "Erreur Fonctionnelle MFA : SGT471 Le contrat saisi n'existe pas."],
    },
    commandeInformationsTechniques: {
      asks: { donneesGenerales: general, demande: { ...points, ...right } },
      told: affaireId,
      wrong: { donneesGenerales: fromNobody, demande: { ...points, ...right } },
      refused: [null, "Erreur Fonctionnelle ITC : SGT471 Le contrat saisi n'existe pas."],
    },
  } as const satisfies Record<Name, Both>
}
