import { refuse } from '../../../errors/index.ts'
import type { Day, Direction, Segment } from '../../../model/index.ts'
import type { SeenUsagePoint } from '../../../views/index.ts'
import { contractOn } from '../../contracts.ts'

/** Refuses an order on a point that is not in service. Which code says which state is inferred. Source: ANNEX, 4M1 to 4M6. */
export function mustBeInService({ state, commissionedOn }: SeenUsagePoint, today: Day): void {
  if (commissionedOn > today) throw refuse.sgePointNeverCommissioned()
  if (state === 'RESIL') throw refuse.sgePointWithoutContract()
  if (state === 'ECRAC') throw refuse.sgePointUnconnected()
  if (state !== 'SERVC') throw refuse.sgeContractualState()
}

/** Refuses a direction that nobody named, or in which nothing flows or is under contract. Source: ANNEX, 466, 583 to 588. */
export function mustFlow(point: SeenUsagePoint, directions: readonly Direction[], today: Day): void {
  if (directions.length === 0) throw refuse.sgeDirectionMissing()
  for (const direction of directions) {
    if (contractOn(point, direction, today) !== undefined && point.flows[direction] !== null) continue
    const other = direction === 'consumption' ? 'production' : 'consumption'
    const isOtherAlone = point.flows[direction] === null && point.flows[other] !== null
    if (isOtherAlone) throw direction === 'consumption' ? refuse.sgePointProduces() : refuse.sgeDirectionUnfit()
    throw direction === 'consumption' ? refuse.sgeNoConsumptionContract() : refuse.sgeNoInjectionContract()
  }
}

/** The segment of a point, by its consumption where it consumes. */
export function segmentOf(point: SeenUsagePoint, today: Day): Segment | undefined {
  return (contractOn(point, 'consumption', today) ?? contractOn(point, 'production', today))?.segment
}
