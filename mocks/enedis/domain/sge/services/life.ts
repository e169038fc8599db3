import { later } from '../../../../../src/toolbox/calendar.ts'
import type { EnedisHouse } from '../../../dialect/index.ts'
import type {
  CurveStep,
  Day,
  Direction,
  State,
  SubscribedService,
  UsagePoint,
  UsagePointId,
} from '../../../model/index.ts'
import { paris, parisDay, parisInstant } from '../../paris.ts'
import { collectCurve, stopCurve } from '../../point-changes.ts'
import { startTransmission, stopTransmission } from '../files/due.ts'
import { isReachable } from './reach.ts'
import { isAlive, servicesOn, stateOfService } from './subscribed.ts'
import { serviceNumbered } from './subscribe.ts'

/**
 * How long Enedis tries to have a meter take up a service, once a day, before it closes the order. Source: SGEGUIDE,
 * since 26.x retries are closed on day 19; that they are daily, and what the closed order looks like, is inferred.
 */
const triesFor = 'P19D'

/** What ends a service, in the words that a search tells. They are ours. */
export const endings = {
  stopped: 'Résiliation à la demande du demandeur',
  notActivated: 'Échec de la mise en œuvre sur le compteur',
  departed: 'Départ du titulaire du point',
} as const

/**
 * The meter takes a service up, today or on a day before the story: its curve is collected and its files begin. Unless it
 * cannot yet: then tomorrow again.
 */
export function activateService(state: State, id: string, house: EnedisHouse, on: Day = parisDay(house.now)): void {
  const service = serviceNumbered(state, id)
  if (service === undefined || !isAlive(service, house.now)) return
  // It was put off meanwhile.
  if (house.now < service.activeAt) return
  const point = state.usagePoints[service.usagePoint]
  if (point === undefined || !isReady(state, point, service)) return tryAgain(service, house)
  if (service.measures === 'CDC') collect(state, { point, service }, on)
  if (isTransmitted(service)) startTransmission(state, service, house)
}

/** Files come again and again where that was ordered, or some way of publishing was. */
const isTransmitted = ({ type, publications }: SubscribedService) => type === 'TRANSREC' || publications.length > 0

function isReady(state: State, { id, servicesLevel, opposesCurve }: UsagePoint, { measures }: SubscribedService) {
  if (measures === 'ITC') return true
  if (!isReachable(state, id)) return false
  return measures !== 'CDC' || (servicesLevel === '2' && !opposesCurve)
}

function tryAgain(service: SubscribedService, house: EnedisHouse): void {
  const { now } = house
  if (now >= later(service.orderedAt, triesFor, paris)) {
    service.stopped = { at: now, affaire: service.affaire, because: endings.notActivated }
    return tellStop(service, house)
  }
  service.activeAt = later(now, 'P1D', paris)
  house.at(service.activeAt, 'utility.activateService', { service: service.id })
}

const minutes: Readonly<Record<string, CurveStep>> = { PT5M: 5, PT10M: 10, PT30M: 30 }

function collect(state: State, { point, service }: { point: UsagePoint; service: SubscribedService }, on: Day): void {
  const { direction, step, usagePoint } = service
  const last = point.flows[direction]?.curve.at(-1)
  if (last !== undefined && last.from <= on && (last.until === null || last.until > on)) return
  collectCurve(state, { usagePoint, on, direction, step: step === null ? undefined : minutes[step] })
  service.collects = true
}

/** What a service brought ends with it, if it has ended: its files, and its curve where nobody else wants that. */
export function endService(state: State, id: string, house: EnedisHouse): void {
  const service = serviceNumbered(state, id)
  if (service === undefined || isAlive(service, house.now)) return
  stopTransmission(state, service, house)
  tellStop(service, house)
  if (!service.collects) return
  service.collects = false
  const heir = wantsCurve(state, service, house)
  if (heir !== undefined) heir.collects = true
  else stopCurve(state, { usagePoint: service.usagePoint, on: parisDay(house.now), direction: service.direction })
}

/** A file tells of a stop, whoever wanted it, but not that a service has lasted as long as it was to. Source: SGEGUIDE, 26.x. */
function tellStop({ id, stopped }: SubscribedService, house: EnedisHouse): void {
  if (stopped === null || stopped.isTold || house.dialect.stopFiles === 'off') return
  stopped.isTold = true
  house.at(house.now, 'utility.depositStop', { service: id })
}

function wantsCurve(
  state: State,
  { usagePoint, direction }: { usagePoint: UsagePointId; direction: Direction },
  { now }: EnedisHouse,
): SubscribedService | undefined {
  const heir = servicesOn(state, usagePoint).find(
    (one) => one.measures === 'CDC' && one.direction === direction && stateOfService(one, now) === 'ACTIF',
  )
  return heir && serviceNumbered(state, heir.id)
}

/**
 * The customer who agreed leaves a point, and with them go the services on it. Source: INF, an agreement is that of one
 * customer; 4N1, nobody is told what another measured.
 */
export function endServicesOn(
  state: State,
  { usagePoint, on }: { usagePoint: UsagePointId; on: Day },
  house: EnedisHouse,
): void {
  const at = parisInstant(on)
  for (const { id } of servicesOn(state, usagePoint).filter((one) => isAlive(one, at))) {
    const service = state.sge.subscriptions[id]
    if (service === undefined) continue
    service.stopped = { at, affaire: service.affaire, because: endings.departed }
    if (at > house.now) house.at(at, 'utility.endService', { service: id })
    else endService(state, id, house)
  }
}

/** Has the meter of a point take up at once what was ordered on it. */
export function activateServicesOn(state: State, usagePoint: UsagePointId, house: EnedisHouse): string[] {
  const asked = servicesOn(state, usagePoint).filter((one) => stateOfService(one, house.now) === 'DEMANDE')
  for (const { id } of asked) {
    const service = state.sge.subscriptions[id]
    if (service === undefined) continue
    service.activeAt = house.now
    activateService(state, id, house)
  }
  return asked.map(({ id }) => id)
}
