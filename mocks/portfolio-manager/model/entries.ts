import type { Audit, ConsumptionId, Day, MeterId, Month, WasteDataId } from './ids.ts'

/** One bill or reading as a client posts it. Decimals stay as they were written. */
export type Consumption = {
  id: ConsumptionId
  meter: MeterId
  startDate: Day
  endDate: Day
  usage: string
  cost?: string
  energyExportedOffSite?: string
  percentRenewableNaturalGas?: string
  demandTracking?: { demand?: string; demandCost?: string }
  estimatedValue: boolean
  audit: Audit
}

/** One delivery of a meter that is not metered. */
export type Delivery = {
  id: ConsumptionId
  meter: MeterId
  deliveryDate: Day
  quantity: string
  cost?: string
  estimatedValue: boolean
  audit: Audit
}

/** Where waste went, in percent. */
export type DisposalDestination = {
  landfillPercentage?: string
  incinerationPercentage?: string
  wasteToEnergyPercentage?: string
  unknownDestPercentage?: string
}

/** What a waste meter recorded: a quantity, or how often a container was emptied and how full it was. */
export type WasteData = {
  id: WasteDataId
  meter: MeterId
  startDate: Day
  endDate?: Day
  quantity?: string
  timesEmptied?: string
  averagePercentFull?: number
  cost?: string
  disposalDestination?: DisposalDestination
  estimatedValue: boolean
  audit: Audit
}

/** The entries that the meters of a story already have. They are computed whenever someone asks, and never stored. */
export type History = {
  /** First and last month; a month shows once it is over. */
  from: Month
  to: Month
  /** What each whole calendar year sums to, in the meter's own unit. */
  annualUse: number
  annualCost?: number
  /** What the course of the year is drawn from, besides the meter: the seed of the world. */
  seed: string
  /** Months that someone has edited or deleted: of these, only what is stored counts. */
  overlaid: Record<Month, true>
}
