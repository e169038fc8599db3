/** Words that refusals come with, to the letter: some apostrophes are straight, others curly. Source: ANNEX and SGECLIENT. */
export const texts = {
  tooManyPoints: 'La recherche de points renvoie trop de résultats. Veuillez affiner les critères de recherche.',
  criteriaInsufficient: 'Les critères renseignés ne sont pas suffisants.',
  pointUnknown: 'Demande non recevable : point inexistant',
  notEligible: "Le demandeur n'est pas éligible à la consultation des données de mesures sur le point.",
  wrongDuration: 'La durée demandée n’est pas compatible avec le type de mesure demandé',
  noAgreement: 'Le client doit avoir donné son accord pour la transmission de ses données de mesure.',
  startAfterEnd: 'La date de début doit être antérieure à la date de fin.',
  overOneYear:
    "La date de fin doit être renseignée et la durée demandée pour l'accès aux données de mesures ne doit pas excéder 1 an.",
  agreementNeeded: "Ce service nécessite l'accord du client.",
  meterNotReachable: 'La demande ne peut pas aboutir car le compteur n’est actuellement pas téléopérable.',
} as const
