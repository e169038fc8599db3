import type { DeepReadonly } from '../../../src/ground/store/index.ts'
import type { Address } from '../model/address.ts'
import type { ContractType, DistributionTariff, Segment } from '../model/contract.ts'
import type { CustomerId, Day, UsagePointId } from '../model/ids.ts'
import type { MeterType, UsagePointState } from '../model/usage-point.ts'

/** A usage point as its holder's data name it. */
type PointView = {
  customer: CustomerId
  usagePoint: UsagePointId
  communicates: boolean
  meterType: MeterType
}

/** Where a usage point is. */
export type PlaceView = PointView & { address: DeepReadonly<Address> }

/** What the contract of a usage point says today. */
export type ContractView = PointView & {
  contract: {
    segment: Segment
    type: ContractType
    state: UsagePointState
    subscribedPowerKva: number | null
    distributionTariff: DistributionTariff | null
    /** Since when that has been the tariff. */
    tariffSince: Day | null
    /** As Enedis writes it: `HC (23h00-7h30)`. */
    offPeak: string | null
    /** The day before which there are no data. */
    activatedOn: Day
  }
}
