import type { EnedisHouse } from '../../../dialect/index.ts'
import {
  recurrentFlows,
  type AffaireId,
  type FileOrder,
  type RecurrentFlow,
  type ServiceSouscritId,
  type State,
  type SubscribedService,
} from '../../../model/index.ts'
import { isHome } from '../../collection.ts'
import { addMember, idsIn } from '../../members.ts'
import { daysLater, parisDay, parisInstant } from '../../paris.ts'
import { endOfService } from '../services/subscribed.ts'

/** Remembers an order; its files are deposited some time later. Source: SGEGUIDE, orders lead to files; how long it takes, INF. */
export function orderFiles(state: State, order: FileOrder, house: EnedisHouse): void {
  state.sge.orders[order.id] = order
  house.later(state.sge.timings.orderToFile, 'utility.depositOrder', { affaire: order.id })
}

/** An order whose files are due. Homologation emits none, unless a story says so. Source: FAQ, homologation. */
export function orderToDeposit({ sge }: State, affaire: string): FileOrder | undefined {
  const order = sge.orders[affaire as AffaireId]
  if (order === undefined || sge.contracts[order.contract]?.state !== 'active') return undefined
  return order.environment === 'production' || sge.flowsInHomologation ? order : undefined
}

/** From now on a service that transmits again and again is in the files of its flow, from the day it is ACTIF. */
export function startTransmission(state: State, service: SubscribedService, house: EnedisHouse): void {
  const flow = flowOf(state, service, house)
  if (flow === undefined) return
  addMember(state.index.transmittedBy, flow, service.id)
  expectRound(state, flow, house)
}

/** A service that ends before it was ACTIF is in no file; any other is, until the last of its days is told. */
export function stopTransmission(state: State, service: SubscribedService, house: EnedisHouse): void {
  const end = endOfService(service)
  if (end === null || end > service.activeAt) return
  for (const flow of recurrentFlows) leaveFlow(state, flow, service.id)
  for (const flow of recurrentFlows) expectRound(state, flow, house)
}

function leaveFlow({ index }: State, flow: RecurrentFlow, id: ServiceSouscritId): void {
  delete index.transmittedBy[flow]?.[id]
}

/**
 * By which flow a service is transmitted: curve or indexes, of homes or of others; and highest powers of homes, if access
 * to them was ordered. Energies come by none. Source: FLOWGUIDE, flows by segment; R63A/B, R64A/B, R66B.
 */
function flowOf(
  state: Pick<State, 'usagePoints'>,
  { usagePoint, measures, family }: Pick<SubscribedService, 'usagePoint' | 'measures' | 'family'>,
  { dialect }: Pick<EnedisHouse, 'dialect'>,
): RecurrentFlow | undefined {
  const point = state.usagePoints[usagePoint]
  if (point === undefined || family === 'infraJ') return undefined
  if (measures === 'PMAX') return isHome(point) ? 'R66' : undefined
  if (family === 'acces' && dialect.accessFiles === 'R6x') {
    if (measures === 'CDC') return 'R63'
    if (measures === 'IDX') return 'R64'
  }
  if (measures === 'CDC') return isHome(point) ? 'R50' : 'R4'
  if (measures === 'IDX') return isHome(point) ? 'R151' : 'R171'
  return undefined
}

/** The files of a day are deposited: the next ones are expected. */
export function endRound(state: State, flow: RecurrentFlow, house: EnedisHouse): void {
  delete state.sge.rounds[flow]
  expectRound(state, flow, house)
}

/** A flow that somebody subscribes to is due once a day; one that nobody does is not due at all. */
function expectRound(state: State, flow: RecurrentFlow, house: EnedisHouse): void {
  const round = state.sge.rounds[flow]
  const isWanted = idsIn(state.index.transmittedBy[flow]).length > 0
  if (isWanted === (round !== undefined)) return
  if (round !== undefined) {
    house.cancel(round.due)
    delete state.sge.rounds[flow]
    return
  }
  const at = nextAt(timeOf(state, flow), house)
  state.sge.rounds[flow] = { at, due: house.at(at, 'utility.depositFlow', { flow }) }
}

function timeOf({ sge }: Pick<State, 'sge'>, flow: RecurrentFlow): string {
  const { depositsAt, r4DepositsAt, r151DepositsAt } = sge.timings
  if (flow === 'R4') return r4DepositsAt
  return flow === 'R151' ? r151DepositsAt : depositsAt
}

function nextAt(time: string, { now }: Pick<EnedisHouse, 'now'>): string {
  const today = parisDay(now)
  const at = parisInstant(today, time)
  return at > now ? at : parisInstant(daysLater(today, 1), time)
}
