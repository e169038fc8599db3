import { later } from '../../../../../src/toolbox/calendar.ts'
import type { EnedisHouse } from '../../../dialect/index.ts'
import { refuse } from '../../../errors/index.ts'
import type { ContratId, Day, ServiceSouscritId, State, SubscribedService, UsagePointId } from '../../../model/index.ts'
import type { Orderer, SeenService } from '../../../views/index.ts'
import { addMember } from '../../members.ts'
import { daysLater, paris, parisDay, parisInstant } from '../../paris.ts'
import { nextServiceId } from '../numbers.ts'
import { endOfService, isAlive, servicesOn } from './subscribed.ts'

/** What a party subscribes to, as far as its order says. */
export type Wanted = {
  by: Pick<Orderer, 'party' | 'environment'>
  contract: ContratId
  usagePoint: UsagePointId
} & Pick<
  SubscribedService,
  | 'affaire'
  | 'direction'
  | 'type'
  | 'measures'
  | 'family'
  | 'fiche'
  | 'option'
  | 'step'
  | 'corrected'
  | 'periodicity'
  | 'publications'
  | 'from'
  | 'until'
>

/** Writes a service down: asked for now, active once the meter has taken it up. Source: WSDL, etatCode; a day is inferred. */
export function subscribe(state: State, wanted: Wanted, house: EnedisHouse): SubscribedService {
  const activeAt = startOf(state, wanted, house)
  const service = write(state, wanted, { orderedAt: house.now, activeAt }, house)
  house.at(activeAt, 'utility.activateService', { service: service.id })
  return service
}

/** Writes down a service that was ordered before the story began, wherever in its life it is. */
export function write(
  state: State,
  { by: { party, environment }, ...wanted }: Wanted,
  life: Pick<SubscribedService, 'orderedAt' | 'activeAt'>,
  house: EnedisHouse,
): SubscribedService {
  const id = nextServiceId(house)
  state.sge.subscriptions[id] = { id, party, environment, ...wanted, ...life, stopped: null, collects: false }
  addMember(state.index.subscriptionsOn, wanted.usagePoint, id)
  endWithItsTime(state.sge.subscriptions[id], house)
  return state.sge.subscriptions[id]
}

/** Has a service end after its last day, whichever day that is by then. */
export function endWithItsTime({ id, until }: Pick<SubscribedService, 'id' | 'until'>, house: EnedisHouse): void {
  if (until !== null) house.at(parisInstant(daysLater(until, 1)), 'utility.endService', { service: id })
}

function startOf({ sge }: State, { from }: Pick<Wanted, 'from'>, { now }: EnedisHouse): string {
  const soon = later(now, sge.timings.activation, paris)
  const asked = parisInstant(from)
  return asked > soon ? asked : soon
}

type Like = Pick<SubscribedService, 'direction' | 'measures' | 'family' | 'type'> & { from: Day; until: Day | null }

/** The party's service that gives it already what it asks for, over some of the same days. */
export function serviceLike(
  state: Pick<State, 'sge' | 'index'>,
  { by, usagePoint, wanted }: { by: Orderer; usagePoint: UsagePointId; wanted: Like },
  { now }: Pick<EnedisHouse, 'now'>,
): SeenService | undefined {
  return servicesOn(state, usagePoint).find(
    (one) =>
      one.party === by.party &&
      one.family === wanted.family &&
      one.measures === wanted.measures &&
      one.direction === wanted.direction &&
      gives(one.type, wanted.type) &&
      isAlive(one, now) &&
      overlaps(one, wanted),
  )
}

/** Refuses what the party has already. Source: ANNEX, 570. */
export function mustNotBeActive(
  state: State,
  asked: { by: Orderer; usagePoint: UsagePointId; wanted: Like },
  house: EnedisHouse,
): void {
  if (serviceLike(state, asked, house) !== undefined) throw refuse.sgeAlreadyActive()
}

/** What is transmitted again and again is collected as well. */
const gives = (has: SubscribedService['type'], wanted: SubscribedService['type']) =>
  has === wanted || (has === 'TRANSREC' && wanted === 'CCDC')

function overlaps(one: SeenService, { from, until }: { from: Day; until: Day | null }): boolean {
  const end = endOfService(one)
  const lastDay = end === null ? null : parisDay(later(end, '-PT1S'))
  return (until === null || one.from <= until) && (lastDay === null || from <= lastDay)
}

/** A service by its number, for what becomes of it later. */
export const serviceNumbered = ({ sge }: Pick<State, 'sge'>, id: string): SubscribedService | undefined =>
  sge.subscriptions[id as ServiceSouscritId]
