import { later } from '../../../../../src/toolbox/calendar.ts'
import type { EnedisHouse } from '../../../dialect/index.ts'
import type { Instant, Opposition, State, UsagePointId } from '../../../model/index.ts'
import type { SouscritState } from '../../../views/index.ts'
import { paris } from '../../paris.ts'
import { opposeCurve } from '../../point-changes.ts'
import { nextServiceId } from '../numbers.ts'

/**
 * The customer opposes the recording of the curve: orders are refused at once, and searches tell it as OPPENR. How long
 * it is no more than requested is inferred. Source: SGEGUIDE, 26.x: requested, active, ended, deleted.
 */
export function oppose(state: State, usagePoint: UsagePointId, house: EnedisHouse): void {
  opposeCurve(state, usagePoint, true)
  if (openOpposition(state, usagePoint) !== undefined) return
  const activeAt = later(house.now, state.sge.timings.activation, paris)
  const told = state.sge.oppositions
  const opposition: Opposition = { id: nextServiceId(house), requestedAt: house.now, activeAt, endedAt: null }
  if (!(usagePoint in told)) told[usagePoint] = []
  told[usagePoint]?.push(opposition)
}

/** The customer no longer minds: an opposition that was active ends, one that was only requested is deleted. */
export function allow(state: State, usagePoint: UsagePointId, { now }: Pick<EnedisHouse, 'now'>): void {
  opposeCurve(state, usagePoint, false)
  const open = openOpposition(state, usagePoint)
  if (open !== undefined) open.endedAt = now
}

/** As a search spells it. The word for one that was deleted is inferred. Source: SGEGUIDE, 26.x; SWAGGER, SUPPRIME. */
export function stateOfOpposition({ activeAt, endedAt }: Opposition, now: Instant): SouscritState {
  if (endedAt !== null) return endedAt < activeAt ? 'SUPPRIME' : 'TERMINE'
  return now < activeAt ? 'DEMANDE' : 'ACTIF'
}

function openOpposition({ sge }: State, usagePoint: UsagePointId): Opposition | undefined {
  return sge.oppositions[usagePoint]?.find(({ endedAt }) => endedAt === null)
}
