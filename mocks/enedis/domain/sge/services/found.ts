import type { EnedisHouse } from '../../../dialect/index.ts'
import type { ContratId, Instant, UsagePointId } from '../../../model/index.ts'
import type { FoundService, Orderer, Seen, SeenService } from '../../../views/index.ts'
import { parisDay } from '../../paris.ts'
import { stateOfOpposition } from './opposition.ts'
import { mustWorkHere } from '../platform/as-found.ts'
import { pointKnown } from '../point-known.ts'
import { endOfService, servicesOn, stateOfService } from './subscribed.ts'

type SearchAsked = { by: Orderer; usagePoint: UsagePointId; contract: ContratId }
type Looking = Pick<EnedisHouse, 'now' | 'dialect'>

/** How many a search tells at most. Source: WSDL, both searches of services. */
const most = 200

/**
 * The services that a party has on a point under a contract, and whether the customer opposes its curve: those of the
 * first families. Source: WSDL, RechercheServicesSouscritsMesures.
 */
export function servicesFound(state: Seen, asked: SearchAsked, { now, dialect }: Looking): FoundService[] {
  const own = ownServices(state, asked, { now, dialect }).filter(({ family }) => family !== 'acces')
  const oppositions = oppositionsOn(state, asked.usagePoint, now)
  return [...own.map((one) => foundOf(one, now)), ...oppositions].slice(-most)
}

/** The same of the family of access. Source: WSDL, RechercheServicesAccesDonnees. */
export function accessFound(state: Seen, asked: SearchAsked, look: Looking): FoundService[] {
  const own = ownServices(state, asked, look).filter(({ family }) => family === 'acces')
  return own.map((one) => foundOf(one, look.now)).slice(-most)
}

function ownServices(state: Seen, { by, usagePoint, contract }: SearchAsked, { now, dialect }: Looking): SeenService[] {
  const point = pointKnown(state, usagePoint)
  mustWorkHere(point, { by, dialect }, parisDay(now))
  return servicesOn(state, point.id).filter((one) => one.party === by.party && one.contract === contract)
}

/** The words for a service. Ours. Source: INF. */
const labels = {
  CCDC: 'Collecte de la courbe de charge',
  TRANSREC: 'Transmission récurrente',
  ACCES: 'Accès aux données',
  OPPENR: "Opposition à l'enregistrement de la courbe de charge",
} as const

function foundOf(service: SeenService, now: Instant): FoundService {
  const { id, usagePoint, type, direction, contract, from, stopped, measures, step, corrected, periodicity } = service
  const state = stateOfService(service, now)
  const end = endOfService(service)
  return {
    ...{ id, usagePoint, type, label: labels[type], directions: [direction], contract, state, from },
    until: stopped !== null && end === stopped.at ? parisDay(stopped.at) : service.until,
    endedBecause: state === 'TERMINE' && stopped !== null ? stopped.because : null,
    ...{ measures, step, corrected, periodicity, publications: service.publications },
  }
}

function oppositionsOn({ sge }: Seen, usagePoint: UsagePointId, now: Instant): FoundService[] {
  return (sge.oppositions[usagePoint] ?? []).map((one) => ({
    ...{ id: one.id, usagePoint, type: 'OPPENR' as const, label: labels.OPPENR, directions: [], contract: null },
    ...{ state: stateOfOpposition(one, now), from: parisDay(one.requestedAt), endedBecause: null },
    until: one.endedAt === null ? null : parisDay(one.endedAt),
    ...{ measures: null, step: null, corrected: null, periodicity: null, publications: [] },
  }))
}
