import type { Entry } from '../shapes.ts'
import { ours, printed, seen } from './entries.ts'

/** Why no measures are told. */
export const measures = {
  sgePeriodNotEligible: ours(
    'SGT4G1',
    "Le demandeur n'est pas éligible à la consultation des données de mesures sur la période.",
  ),
  sgePointNotEligible: seen(
    'SGT4G2',
    "Le demandeur n'est pas éligible à la consultation des données de mesures sur le point.",
    'AHC-NR1',
  ),
  sgeNoMeasure: printed('SGT4G3', 'Aucune mesure trouvée sur ce point.'),
  sgeEndAfterToday: printed('SGT4K1', 'La date de fin doit être antérieure ou égale à la date du jour.'),
  sgeNoAgreement: seen(
    'SGT4K2',
    'Le client doit avoir donné son accord pour la transmission de ses données de mesure.',
    'CMD2-NR2',
  ),
  sgeStartAfterEnd: printed('SGT4K4', 'La date de début doit être antérieure à la date de fin.'),
  sgeRequesterMissing: ours('SGT4L1', "Le demandeur n'est pas renseigné."),
  sgeRequesterNotEntitled: ours('SGT4L2', "Le demandeur n'est pas habilité à demander ces données."),
  sgeClientMissing: ours('SGT4L3', "L'identité du client n'est pas renseignée."),
  sgeClientKindDiffers: ours('SGT4L4', 'Le client déclaré et le titulaire du point ne sont pas de même nature.'),
  sgeClientNameDiffers: ours('SGT4L5', 'Le nom du client déclaré ne correspond pas au titulaire du point.'),
  sgeCompanyNameDiffers: ours('SGT4L6', 'La dénomination sociale déclarée ne correspond pas au titulaire du point.'),
  sgeClientNotHolder: ours('SGT4L7', "Le client déclaré n'est pas titulaire du point."),
  sgeDurationIncompatible: seen(
    'SGT4L8',
    'La durée demandée n’est pas compatible avec le type de mesure demandé',
    'CMD2-NR1',
  ),
  sgeCurveNeverCollected: printed(
    'SGT4L9',
    'Aucune mise à disposition de courbe de charge n’a été demandée sur la période de consultation demandée',
  ),
  sgeMeterKindUnfit: ours('SGT4M8', 'Le dispositif de comptage du point ne permet pas de répondre à la demande.'),
  sgeMeterNotCommunicating: ours('SGT4M9', "Le dispositif de comptage du point n'est pas communicant."),
  sgeNotHolderInPeriod: ours('SGT4N1', "Le demandeur n'est pas titulaire du point sur la période demandée."),
  sgeNotForThisPoint: ours('SGT579', "Cette donnée n'est pas disponible pour ce type de point."),
  sgeMeasureTypeNotConform: printed('SGT4Q1', "Le type de mesure renseigné n'est pas conforme."),
} as const satisfies Readonly<Record<string, Entry>>
