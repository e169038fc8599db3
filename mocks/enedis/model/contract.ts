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

/** By which hours a supplier counts: one class of time, or peak and off-peak. */
export const supplierCalendars = ['BASE', 'HPHC'] as const
export type SupplierCalendar = (typeof supplierCalendars)[number]

/** The formulas of the grid tariff (FTA): by voltage, length of use, and the classes of time they count. */
export const distributionTariffs = [
  'BTINFCUST',
  'BTINFCU4',
  'BTINFMUDT',
  'BTINFMU4',
  'BTINFLU',
  'BTSUPCU4',
  'BTSUPLU4',
  'HTACU5',
  'HTALU5',
] as const
export type DistributionTariff = (typeof distributionTariffs)[number]

/** What a contract says from a day on, until the terms that follow. */
export type Terms = {
  since: Day
  /** None for production. */
  distributionTariff: DistributionTariff | null
  /** Whole kVA; none for production. */
  subscribedPowerKva: number | null
  /** When energy is cheaper; none for a rate without it. */
  offPeak: ClockRange[] | null
  supplierCalendar: SupplierCalendar
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
