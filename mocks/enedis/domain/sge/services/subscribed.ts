import type {
  Direction,
  Instant,
  PartyId,
  ServiceSouscritId,
  SubscribedService,
  UsagePointId,
} from '../../../model/index.ts'
import type { Seen, SeenService, SouscritState } from '../../../views/index.ts'
import { idsIn } from '../../members.ts'
import { daysLater, parisInstant } from '../../paris.ts'

type Lived = Pick<SeenService, 'activeAt' | 'until' | 'stopped'>

/** Asked for until the meter has taken it up, then active until its last day or its stop. Source: WSDL, etatCode. */
export function stateOfService(service: Lived, now: Instant): Exclude<SouscritState, 'SUPPRIME'> {
  const end = endOfService(service)
  if (end !== null && end <= now) return 'TERMINE'
  return now < service.activeAt ? 'DEMANDE' : 'ACTIF'
}

/** When a service ends or will end; null: when somebody stops it. */
export function endOfService({ until, stopped }: Omit<Lived, 'activeAt'>): Instant | null {
  const last = until === null ? null : parisInstant(daysLater(until, 1))
  if (stopped === null) return last
  return last !== null && last < stopped.at ? last : stopped.at
}

/** Whether a service is wanted still: asked for or active. */
export const isAlive = (service: Lived, now: Instant) => stateOfService(service, now) !== 'TERMINE'

/** The services on a point, whoever's, in the order in which they were ordered. */
export function servicesOn(state: Pick<Seen, 'sge' | 'index'>, usagePoint: UsagePointId): SeenService[] {
  return idsIn<ServiceSouscritId>(state.index.subscriptionsOn[usagePoint]).flatMap(
    (id) => state.sge.subscriptions[id] ?? [],
  )
}

/** Whether a party has an active service of access to a kind of data of a point; a curve's collection is none. */
export function hasActiveService(
  state: Pick<Seen, 'sge' | 'index'>,
  asked: {
    party: PartyId
    usagePoint: UsagePointId
    measures: SubscribedService['measures']
    direction: Direction
  },
  now: Instant,
): boolean {
  return servicesOn(state, asked.usagePoint).some(
    (one) =>
      one.party === asked.party &&
      one.family === 'acces' &&
      one.measures === asked.measures &&
      one.direction === asked.direction &&
      stateOfService(one, now) === 'ACTIF',
  )
}
