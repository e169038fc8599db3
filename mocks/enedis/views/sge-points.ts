import type { DeepReadonly } from '../../../src/ground/store/index.ts'
import type { Address } from '../model/address.ts'
import type { DistributionTariff, Segment, SupplierCalendar } from '../model/contract.ts'
import type { Day, UsagePointId } from '../model/ids.ts'
import type { MeterType, ServiceLevel, UsagePointState, VoltageDomain } from '../model/usage-point.ts'

/** What hangs at a point. Homes name their meter by Enedis's own number (matricule), others by the maker's. */
export type MeterView = { type: MeterType; number: string; numbering: 'matricule' | 'serialNumber' }

/** A point that fits a search. */
export type FoundPoint = {
  usagePoint: UsagePointId
  address: DeepReadonly<Address>
  meter: MeterView | null
  state: UsagePointState
  /** Null: whoever asks has not shown that they know it. */
  holder: string | null
}

/** A class of time of a calendar, and when it is. */
export type HoursView = { id: string; label: string; hours: string | null }

/** What a point is, how it is fed and metered. What only the customer may let be known is null without an authorisation. */
export type TechnicalView = {
  usagePoint: UsagePointId
  state: UsagePointState
  address: DeepReadonly<Address>
  servicesLevel: ServiceLevel
  supply: { domain: VoltageDomain; phases: 1 | 3; connectionPowerKva: number | null }
  /** Of a home, in amperes. */
  breakerAmperes: number | null
  meter: MeterView | null
  /** Over the power line, by IP or by telephone; null: on foot. */
  readBy: 'CPL' | 'IP' | 'RTC' | null
  offPeak: string | null
  /** The hours that the meter is set to by classes of time, where there are several. */
  hours: HoursView[]
  authorised: {
    segment: Segment | null
    tariffSince: Day | null
    powerRaisedOn: Day | null
    powerLoweredOn: Day | null
    /** How the meter of a company is called up: by a number where it has no IP. */
    remote: { phone: string | null; key: string } | null
    contract: ContractSituation | null
  } | null
}

/** The tariff of a point and the power it subscribes to. */
export type ContractSituation = {
  tariff: DistributionTariff | null
  subscribedPowerKva: number | null
  /** One for each class of time where each has a power of its own. */
  powers: { id: string; label: string; kva: number }[]
  calendar: SupplierCalendar | null
}
