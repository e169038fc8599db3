import type { EnedisSettings } from '../dialect/index.ts'
import type { ServiceState, SubscribedService } from '../views/index.ts'

/** One page of the services that were asked for, and how many there are in all. */
export type ServicePage = {
  total: number
  services: readonly SubscribedService[]
  countOnly: boolean
  /** Whether the authorisation of each is told as well. */
  explained: boolean
}

/** How many services there are, and which. Source: SWAGGER and CAPTURE, subscribed_services; CLIENT, empty lists (R29). */
export function encodeServices(
  { total, services, countOnly, explained }: ServicePage,
  dialect: EnedisSettings,
): string {
  const told = services.map((one) => ({
    ...serviceTold(one),
    ...(explained && { autorisation: authorisationTold(one) }),
  }))
  const list = told.length > 0 ? { serviceSouscrit: told } : emptyList({ countOnly }, dialect)
  return JSON.stringify({ nbTotalServices: total, ...list })
}

function emptyList({ countOnly }: { countOnly: boolean }, { emptyServices }: EnedisSettings): object {
  const form = emptyServices === 'byCount' ? (countOnly ? 'null' : 'list') : emptyServices
  return form === 'missing' ? {} : { serviceSouscrit: form === 'null' ? null : [] }
}

function serviceTold(service: SubscribedService): object {
  const { state } = service
  return {
    id: service.id,
    injection: service.injects,
    soutirage: service.withdraws,
    serviceCode: 'ACCES',
    dateDebut: service.from,
    dateFin: service.until,
    etatCode: state,
    etatLibelle: stateLabels[state],
    pointId: service.usagePoint,
    sirenTitulaire: service.holder,
    sirenBeneficiaire: service.beneficiary,
    mesuresTypeCode: service.kind,
    mesuresPas: service.step,
    // Access is read on demand; nothing is sent at intervals.
    periodiciteTransmission: null,
    mesuresCorrigees: false,
    espaceDynamique: false,
    publicationDonnees: false,
  }
}

function authorisationTold({ authorisation, state }: SubscribedService): object {
  return {
    autorisationId: Number(authorisation.id),
    autorisationLibelle: authorisation.label,
    autorisationType: authorisation.type,
    ...(state === 'ACTIF' && { autorisationStatut: 'ACTIVE' }),
  }
}

/** Source: INF; SWAGGER has the codes. */
const stateLabels = {
  DEMANDE: 'Demandé',
  ACTIF: 'Actif',
  TERMINE: 'Terminé',
  SUPPRIME: 'Supprimé',
} as const satisfies Record<ServiceState, string>
