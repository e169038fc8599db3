import { later } from '../../../../../src/toolbox/calendar.ts'
import type { EnedisHouse } from '../../../dialect/index.ts'
import { refuse } from '../../../errors/index.ts'
import type { Direction, ServiceSouscritId, State, SubscribedService, UsagePointId } from '../../../model/index.ts'
import type { Ordered, Orderer } from '../../../views/index.ts'
import { paris, parisDay } from '../../paris.ts'
import { nextAffaire } from '../numbers.ts'
import { mustWorkHere } from '../platform/as-found.ts'
import { pointKnown } from '../point-known.ts'
import { prestationOf } from './prestations.ts'
import { endings } from '../services/life.ts'
import { serviceNumbered } from '../services/subscribe.ts'
import { stateOfService } from '../services/subscribed.ts'

/** Which service of a point a party wants stopped. */
export type StopAsked = { by: Orderer; object: string; usagePoint: UsagePointId; contract: string; service: string }

/** Stops a service of the first families. Source: WSDL, CommandeArretServiceSouscritMesures; ANNEX, 4O2 to 4O7. */
export function orderStop(state: State, { object, ...asked }: StopAsked, house: EnedisHouse): Ordered {
  const point = pointKnown(state, asked.usagePoint)
  mustWorkHere(point, { by: asked.by, dialect: house.dialect }, parisDay(house.now))
  if (object !== 'ASS') throw refuse.sgeWrongObject()
  const service = stoppable(state, asked, house)
  if (service.family === 'acces') throw refuse.sgeWrongObject()
  return stop(state, service, house)
}

/** Stops services of access, all or none. Source: WSDL, CommandeArretServicesAccesDonnees. */
export function stopAccess(
  state: State,
  asked: Omit<StopAsked, 'object' | 'service'> & { direction: Direction; services: readonly string[] },
  house: EnedisHouse,
): Ordered[] {
  const point = pointKnown(state, asked.usagePoint)
  mustWorkHere(point, { by: asked.by, dialect: house.dialect }, parisDay(house.now))
  const services = asked.services.map((service) => stoppable(state, { ...asked, service }, house))
  for (const { family, direction } of services) {
    if (family !== 'acces') throw refuse.sgeWrongObject()
    if (direction !== asked.direction) throw refuse.sgeDirectionUnfit()
  }
  return [...new Set(services)].map((service) => stop(state, service, house))
}

/** A service of the party on the point, under its contract, that lives. Source: ANNEX, 4O2 to 4O6. */
export function stoppable(
  state: State,
  { by, usagePoint, contract, service: id }: Omit<StopAsked, 'object'>,
  { now }: Pick<EnedisHouse, 'now'>,
): SubscribedService {
  if (state.sge.oppositions[usagePoint]?.some((one) => one.id === (id as ServiceSouscritId)))
    throw refuse.sgeOppositionNotStopped()
  const service = serviceNumbered(state, id)
  if (service === undefined || service.usagePoint !== usagePoint) throw refuse.sgeServiceUnknown()
  if (service.party !== by.party || service.contract !== contract) throw refuse.sgeStopNotEntitled()
  if (stateOfService(service, now) === 'TERMINE') throw refuse.sgeServiceState()
  if (service.stopped !== null) throw refuse.sgeAlreadyStopping()
  return service
}

/**
 * A stop takes as long as a start, during which the service is active still. Source: ANNEX, 4O5: a second stop is
 * refused while one is under way; how long that is is inferred.
 */
function stop({ sge }: State, service: SubscribedService, house: EnedisHouse): Ordered {
  const affaire = nextAffaire(house)
  service.stopped = { at: later(house.now, sge.timings.activation, paris), affaire, because: endings.stopped }
  house.at(service.stopped.at, 'utility.endService', { service: service.id })
  return { affaire, service: service.id, measures: service.measures, prestations: [prestationOf(service)] }
}
