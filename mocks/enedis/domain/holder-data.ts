import type { Look } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { Day } from '../model/index.ts'
import type { ContractView, PlaceView, Seen, SeenContract, SeenCustomer, SeenUsagePoint } from '../views/index.ts'
import { activatedOn, contractOn, termsOn, unchangedSince } from './contracts.ts'
import { mayRead, type Reading } from './data-access.ts'
import { spellOffPeak } from './off-peak.ts'
import { parisDay } from './paris.ts'

/** The customer who holds a usage point, for an application they allowed to know. */
export function holderTold(state: Seen, reading: Reading, look: Look): SeenCustomer {
  return found(state, reading, look).customer
}

/** Where a usage point is. */
export function placeTold(state: Seen, reading: Reading, look: Look): PlaceView {
  const { customer, point } = found(state, reading, look)
  return { ...pointOf(customer, point, parisDay(look.now)), address: point.address }
}

/** What the contract of a usage point says today. */
export function contractTold(state: Seen, reading: Reading, look: Look): ContractView {
  const { customer, point, contract } = found(state, reading, look)
  const today = parisDay(look.now)
  const { subscribedPowerKva, distributionTariff, offPeak } = termsOn(contract, today)
  const tariff = { direction: 'consumption', what: 'distributionTariff', day: today } as const
  return {
    ...pointOf(customer, point, today),
    contract: {
      segment: contract.segment,
      type: contract.type,
      state: point.state,
      subscribedPowerKva,
      distributionTariff,
      tariffSince: unchangedSince(point, tariff) ?? null,
      offPeak: offPeak && spellOffPeak(offPeak, 'h'),
      activatedOn: activatedOn(point, 'consumption', today),
    },
  }
}

/**
 * Only points that consume have customer data here; that others answer like unknown customers is ours. Source: SWAGGER,
 * customers v5: consumption points only, and the 404 STM-ERR-0000019.
 */
function found(
  state: Seen,
  reading: Reading,
  look: Look,
): { customer: SeenCustomer; point: SeenUsagePoint; contract: SeenContract } {
  const { customer: id } = mayRead(state, reading, look)
  const customer = state.customers[id]
  const point = state.usagePoints[reading.usagePoint]
  const contract = point && contractOn(point, 'consumption', parisDay(look.now))
  if (customer === undefined || point === undefined || contract === undefined) throw refuse.unknownUser()
  return { customer, point, contract }
}

/** Without a meter, a point is called so: SSCPT, sans comptage. */
function pointOf({ id: customer }: SeenCustomer, { id, servicesLevel, meters }: SeenUsagePoint, today: Day) {
  const meter = meters.findLast(
    ({ installedOn, removedOn }) => installedOn <= today && !(removedOn && removedOn <= today),
  )
  const meterType = meter?.type ?? ('SSCPT' as const)
  return { customer, usagePoint: id, communicates: servicesLevel !== '0', meterType }
}
