import type { Entry } from '../shapes.ts'
import { ours, printed } from './entries.ts'

/** What any service of SGE may answer: the request, its sender, their contract, or Enedis itself is not as it should be. */
export const generic = {
  sgeFunctional: printed('SGT400', 'Une erreur fonctionnelle est survenue.'),
  sgeConditionsOfUse: printed('SGT402', "Les conditions d'utilisation du service ne sont pas respectées."),
  sgeDataMissing: ours('SGT451', 'Une donnée obligatoire est manquante.'),
  sgeDataIncoherent: ours('SGT463', 'Les données renseignées ne sont pas cohérentes entre elles.'),
  sgeTechnical: printed('SGT500', 'Une erreur technique est survenue'),
  sgeUnavailable: ours('SGT506', 'Le service est temporairement indisponible.'),
  sgeMalformed: printed('SGT562', 'Problème : le message de demande est malformé'),
  sgeNotEntitled: ours('SGT483', "L'acteur n'est pas habilité à utiliser ce service."),
  sgeUserOfOtherParty: ours('SGT502', "Problème : l'utilisateur n'appartient pas à l'acteur de marché"),
  sgeUserUnknown: printed('SGT504', 'Problème : utilisateur non trouvé'),
  sgeContractUnknown: printed('SGT471', "Le contrat saisi n'existe pas."),
  sgeContractOfOther: printed('SGT472', "Le numéro de contrat renseigné ne correspond pas à l'acteur initiateur."),
  sgeContractInactive: ours('SGT473', "Le contrat renseigné n'est pas actif."),
  sgeContractUnfit: ours('SGT4M5', "Le type de demande n'est pas compatible avec le contrat renseigné."),
  sgeClosed: {
    ...ours('SGT506', 'Le service est fermé en dehors des plages horaires de la plateforme d’homologation.'),
    basis: 'inferred',
    source: 'FAQ, homologation is open from 9 to 12 and from 14 to 18; INF, that it answers SGT506 outside',
  },
  sgeTooManyCalls: {
    ...ours('SGT506', 'Le service est temporairement indisponible.'),
    basis: 'inferred',
    source: 'SGECLIENT, one call a second in homologation; INF, that another answers SGT506',
  },
  sgeClosedPage: {
    shape: 'page',
    status: 503,
    says: 'Service Unavailable',
    basis: 'inferred',
    source: 'FAQ, homologation is open from 9 to 12 and from 14 to 18; INF, that a gateway answers 503 outside',
  },
  sgePathUnknown: {
    shape: 'page',
    status: 404,
    says: 'Not Found',
    basis: 'inferred',
    source: 'INF, what SGE answers at an address without a service is not public',
  },
  sgeWrongMethod: {
    shape: 'page',
    status: 405,
    says: 'Method Not Allowed',
    basis: 'inferred',
    source: 'INF, what SGE answers to another method than POST is not public',
  },
} as const satisfies Readonly<Record<string, Entry>>
