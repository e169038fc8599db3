import type { Address } from './address.ts'
import type { Contract, Direction } from './contract.ts'
import type { CustomerId, Day, UsagePointId } from './ids.ts'

/** Source: SWAGGER, contracts and comptage_auto: kinds of meters. */
export const meterTypes = [
  'AMM',
  'LINKYPRO',
  'CBE',
  'EMC',
  'CJE',
  'CJCE',
  'CJDI',
  'CVE',
  'CVT1',
  'CVT2',
  'CVT3',
  'CVST',
  'CVSS',
  'ICE',
  'ICE4Q',
  'PMEI',
  'SAPHIR',
  'SSCPT',
] as const
export type MeterType = (typeof meterTypes)[number]

/** A meter while it hangs there; its dials begin at 0. */
export type Meter = {
  serialNumber: string
  type: MeterType
  installedOn: Day
  /** The first day it is gone; null: it hangs there. */
  removedOn: Day | null
}

/** 0 does not communicate, 1 communicates, 2 is open to services and so to curves. Source: FAQ, services level. */
export const serviceLevels = ['0', '1', '2'] as const
export type ServiceLevel = (typeof serviceLevels)[number]

export const voltageDomains = ['BTINF', 'BTSUP', 'HTA'] as const
export type VoltageDomain = (typeof voltageDomains)[number]

/** In service, ended, being ended, being connected, being opened, out of reach, impossible. Source: SGEGUIDE, etatContractuel. */
export const usagePointStates = ['SERVC', 'RESIL', 'ECRES', 'ECRAC', 'INACCE', 'IMPRO'] as const
export type UsagePointState = (typeof usagePointStates)[number]

/** Minutes between the values of a load curve. */
export const curveSteps = [5, 10, 15, 30, 60] as const
export type CurveStep = (typeof curveSteps)[number]

/** Days on which a curve is collected. Source: FAQ, nothing is collected before somebody asks for it. */
export type Collection = {
  from: Day
  /** The first day it is collected no more; null: it is. */
  until: Day | null
  step: CurveStep
}

export const useSeasons = ['even', 'winter', 'summer', 'both'] as const
export const useShapes = ['flat', 'home', 'work'] as const

/** What would be measured at a point in one direction if there were no other, a year of it. */
export type Use = { annualWh: number; season: (typeof useSeasons)[number]; shape: (typeof useShapes)[number] | 'sun' }

/** One direction of a usage point. Where there are both, each measures what remains of them against each other. */
export type Flow = {
  use: Use
  /** Oldest first, never overlapping; empty: nobody ever asked for the curve. */
  curve: Collection[]
}

/** Who has lived or worked there, and when. Source: FAQ, history is bounded by the move-in date. */
export type Holding = {
  customer: CustomerId
  movedIn: Day
  /** The first day they are gone; null: they are there. */
  movedOut: Day | null
}

/** A point where the grid meets a customer, known by its PRM. */
export type UsagePoint = {
  id: UsagePointId
  address: Address
  state: UsagePointState
  /** First put into service; nothing is known of the days before. */
  commissionedOn: Day
  servicesLevel: ServiceLevel
  supply: { domain: VoltageDomain; phases: 1 | 3; connectionPowerKva: Record<Direction, number | null> }
  /** Oldest first; one at a time. */
  meters: Meter[]
  flows: Record<Direction, Flow | null>
  /** Oldest first; one at a time. */
  holders: Holding[]
  contracts: Contract[]
  /** Days after a day on which its readings are published, in the morning: 1, and 2 for some meters. */
  publishedAfterDays: number
  /** Days of the week without readings, 1 for Monday. */
  holesOn: number[]
  /** The customer has opposed the recording of the curve. */
  opposesCurve: boolean
}
