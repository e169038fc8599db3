import type { Entry } from '../shapes.ts'
import { ours, printed } from './entries.ts'

/** Why a party may not subscribe to a service on a point. */
export const subscription = {
  sgeStartNotToday: printed('SGT4H1', 'La date de début doit être strictement égale à la date du jour.'),
  sgeNotCorrectedOnC5: ours('SGT4H2', 'Les mesures corrigées ne sont pas disponibles pour un point de segment C5.'),
  sgeStepUnfit: ours('SGT4H3', "Le pas des mesures n'est pas compatible avec la demande."),
  sgeEndOverOneYear: printed(
    'SGT4H4',
    "La date de fin doit être renseignée et la durée demandée pour l'accès aux données de mesures ne doit pas excéder 1 an.",
  ),
  sgeFrequencyUnfit: ours(
    'SGT4H5',
    'La périodicité de transmission doit être renseignée et compatible avec la demande.',
  ),
  sgeNotCollectionOnly: ours('SGT4H6', 'La demande ne peut pas porter sur la seule collecte des mesures.'),
  sgeCustomerOpposed: ours('SGT4H7', "Le client s'est opposé à la collecte de sa courbe de charge."),
  sgeSegmentUnfit: ours('SGT4H8', 'Le segment du point ne permet pas la demande.'),
  sgeMeterNotLevel2: printed(
    'SGT4H9',
    "La demande ne porte pas sur un point équipé d'un compteur communicant ouvert aux services niveau 2.",
  ),
  sgeSegmentNotServed: ours('SGT4N8', "Le service demandé n'est pas proposé pour le segment du point."),
  sgeCorrectedNotDaily: ours('SGT564', 'Les mesures corrigées ne peuvent pas être transmises chaque jour.'),
  sgeStartPast: ours('SGT565', 'La date de début ne doit pas être antérieure à la date du jour.'),
  sgeAgreementNeeded: {
    ...printed('SGT566', "Ce service nécessite l'accord du client."),
    basis: 'observed',
    source: 'SGECLIENT, F300C_O2_NR and F305_NR; ANNEX, SGT566',
  },
  sgeOptionInactive: ours('SGT567', "L'option demandée n'est pas active."),
  sgeEndBeforeStart: ours('SGT568', 'La date de fin doit être postérieure à la date de début.'),
  sgeEndTooLate: ours('SGT569', 'La date de fin renseignée est au-delà de la durée permise.'),
  sgeAlreadyActive: printed('SGT570', 'Le service demandé est déjà actif sur la période demandée.'),
  sgeDirectionUnfit: ours('SGT583', 'Le sens demandé (soutirage ou injection) n’est pas compatible avec le point.'),
  sgeDirectionMissing: ours('SGT585', 'Au moins un sens (soutirage ou injection) doit être demandé.'),
  sgeNoConsumptionContract: ours('SGT587', "Le point n'a pas de contrat en soutirage."),
  sgeNoInjectionContract: ours('SGT588', "Le point n'a pas de contrat en injection."),
  sgeMeterNotReachable: printed(
    'SGT589',
    'La demande ne peut pas aboutir car le compteur n’est actuellement pas téléopérable.',
  ),
  sgeMediumNotIp: ours('SGT4O1', "Le média de communication du compteur n'est pas de type IP."),
  sgeIdenticalRequest: printed(
    'SGT584',
    'La demande ne peut pas aboutir, vous avez une demande strictement identique en cours qui date de moins de 30 minutes.',
  ),
} as const satisfies Readonly<Record<string, Entry>>
