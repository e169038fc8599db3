import type { Entry } from './shapes.ts'

const catalogue = 'SWAGGER, errors of v4 and v5'
const owner = {
  shape: 'api',
  code: 'ADAM-DC-0007',
  says: 'The customer is not owner of this usage point.',
  french: "Le client n'est pas titulaire du point demandé.",
} as const

/** Why an application may not read what it asked for, and what there is nothing of. */
export const rights = {
  notOwner: {
    ...owner,
    status: 403,
    basis: 'documented',
    source: `${catalogue}: ADAM-DC-0007`,
  },
  notOwnerSince2026: {
    ...owner,
    status: 400,
    basis: 'observed',
    source: 'ISSUES, since July 2026: status 400, for weeks and on valid consents',
  },
  noConsent: {
    shape: 'api',
    status: 403,
    code: 'ADAM-DC-0008',
    says: 'No consent can be found for this customer and this usage point.',
    french: 'Aucun consentement trouvé pour ce client et ce point.',
    basis: 'documented',
    source: `${catalogue}: ADAM-DC-0008, for v2 as well; the French is ours`,
  },
  beforeConsent: {
    shape: 'api',
    status: 403,
    code: 'ADAM-DC-0009',
    says: 'The start date is before the start of the consent.',
    french: 'La date de début est antérieure au début du consentement.',
    basis: 'inferred',
    source: `${catalogue}: ADAM-DC-0009; the wordings are ours`,
  },
  unauthorizedUser: {
    shape: 'api',
    status: 403,
    code: 'unauthorized_user',
    says: 'user is not authorized to access this resource',
    basis: 'documented',
    source: `${catalogue}: unauthorized_user`,
  },
  unknownUser: {
    shape: 'api',
    status: 404,
    code: 'STM-ERR-0000019',
    says: 'Unknown or unauthorized user.',
    basis: 'documented',
    source: `${catalogue}: STM-ERR-0000019`,
  },
  noData: {
    shape: 'api',
    status: 404,
    code: 'no_data_found',
    says: 'no measure found for this usage point',
    french: 'Pas de mesure trouvée pour ce point',
    basis: 'observed',
    source: `${catalogue} and CLIENT; SWAGGER, 2026, for the French`,
  },
  servicesUnauthorized: {
    shape: 'services',
    status: 401,
    code: '401',
    says: "L'application n'est pas authentifiée",
    basis: 'inferred',
    source: 'SWAGGER, subscribed_services declares 401; the wording is ours',
  },
  servicesForbidden: {
    shape: 'services',
    status: 403,
    code: '403',
    says: "Le client n'est pas autorisé pour le point demandé",
    basis: 'documented',
    source: 'SWAGGER, subscribed_services: 403',
  },
  servicesUnknownPoint: {
    shape: 'services',
    status: 404,
    code: '404',
    says: 'PRM non existant',
    basis: 'documented',
    source: 'SWAGGER, subscribed_services: 404',
  },
  servicesBadRequest: {
    shape: 'services',
    status: 400,
    code: '400',
    says: 'La requête est incorrecte',
    basis: 'inferred',
    source: 'SWAGGER, subscribed_services declares 400; the wording is ours',
  },
} as const satisfies Readonly<Record<string, Entry>>
