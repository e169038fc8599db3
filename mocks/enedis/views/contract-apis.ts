import type { DeepReadonly } from '../../../src/ground/store/index.ts'
import type { Address } from '../model/address.ts'
import type { Contract, Direction, Segment, Terms } from '../model/contract.ts'
import type { Customer } from '../model/customer.ts'
import type { Day, UsagePointId } from '../model/ids.ts'
import type { MeterType, ServiceLevel, UsagePointState, VoltageDomain } from '../model/usage-point.ts'

/** A contract of a usage point as it holds today, with as much of its holder as the consent lets be told. */
export type SituationView = {
  usagePoint: UsagePointId
  contract: DeepReadonly<Omit<Contract, 'terms' | 'endsOn' | 'holder'>>
  terms: DeepReadonly<Terms>
  /** The classes of time that each have a subscribed power of their own; null: one power holds for all. */
  powerClasses: string[] | null
  identity: DeepReadonly<Pick<Customer, 'identity' | 'mailingAddress'>> | null
  contact: DeepReadonly<Pick<Customer, 'email' | 'mobile' | 'landline'>> | null
}

/** What holds for a usage point with all its contracts. */
export type SynthesisView = {
  segments: Segment[]
  /** Since when each direction could be metered for its holder; null: there is none. */
  activatedOn: Record<Direction, Day | null>
  powerChangedOn: Day | null
  servicesLevel: ServiceLevel
}

/** Where a usage point is. */
export type GeneralView = DeepReadonly<Address>

/** How the grid feeds a usage point. */
export type SupplyView = {
  serialNumber: string | null
  state: UsagePointState
  domain: VoltageDomain
  phases: 1 | 3
  connectionPowerKva: Record<Direction, number | null>
}

/** What meters a usage point. */
export type MeteringView = {
  meter: { type: MeterType; serialNumber: string } | null
  /** The powers the meter is set to, in kVA, by the classes it counts where it has one for each. */
  powersKva: number[]
  /** The classes of time by which it counts for the grid. */
  classes: string[]
  /** As Enedis writes it: `HC (22H50-6H50)`. */
  offPeak: string | null
}
