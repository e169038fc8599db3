import type { CustomerId, Day } from './ids.ts'

/** Which way energy goes: from the grid to the customer, or from the customer's own production to the grid. */
export const directions = ['consumption', 'production'] as const
export type Direction = (typeof directions)[number]

export const consumptionSegments = ['C1', 'C2', 'C3', 'C4', 'C5'] as const
export const productionSegments = ['P1', 'P2', 'P3', 'P4'] as const
/** How big a customer is, and what kind of contract that brings. Source: FAQ, segments. */
export type Segment = (typeof consumptionSegments)[number] | (typeof productionSegments)[number]

/** GRD-F: through a supplier. GRD-A: of the production sold. CARD: with Enedis itself, S withdrawing, I injecting. */
export const contractTypes = ['GRD-F', 'GRD-A', 'CARD-S', 'CARD-I'] as const
export type ContractType = (typeof contractTypes)[number]

/** A stretch of the clock on the wall, `HH:MM` to `HH:MM`; it may pass midnight. */
export type ClockRange = { from: string; to: string }

/** What a contract says from a day on, until the terms that follow. */
export type Terms = {
  since: Day
  /** The formula of the grid tariff (FTA), such as BTINFMU4; none for production. */
  distributionTariff: string | null
  /** Whole kVA; none for production. */
  subscribedPowerKva: number | null
  /** When energy is cheaper; none for a rate without it. */
  offPeak: ClockRange[] | null
  /** The supplier's own classes of time, by which the meter shows them. */
  supplierCalendar: string
}

/** A contract for one direction of a usage point. */
export type Contract = {
  direction: Direction
  type: ContractType
  segment: Segment
  holder: CustomerId
  contractor: string
  balanceResponsibleParty: string
  startsOn: Day
  /** The first day it holds no more; null: it holds. */
  endsOn: Day | null
  /** At least one, oldest first. */
  terms: Terms[]
}
