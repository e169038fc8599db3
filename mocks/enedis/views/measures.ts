import type { DeepReadonly } from '../../../src/ground/store/index.ts'
import type { Contract } from '../model/contract.ts'
import type { Customer } from '../model/customer.ts'
import type { Day } from '../model/ids.ts'
import type { Metering } from '../model/metering.ts'
import type { ReadingChange } from '../model/reading.ts'
import type { CurveStep, UsagePoint } from '../model/usage-point.ts'

/** What is remembered of meters, for those who only read. */
export type SeenMetering = DeepReadonly<Metering>
export type SeenUsagePoint = DeepReadonly<UsagePoint>
export type SeenCustomer = DeepReadonly<Customer>
export type SeenContract = DeepReadonly<Contract>
export type SeenChange = DeepReadonly<ReadingChange>

/** A value of the load curve. Energy in whole watt-hours makes its average power whole watts, whatever the step. */
export type CurvePoint = {
  /** By the clock asked for, at the end or the start of the interval: `2026-10-05 00:30:00`. */
  stamp: string
  /** Of the interval's start, in seconds since 1970. */
  startsAt: number
  minutes: CurveStep
  energyWh: number
  watts: number
  /** B as measured, C corrected. */
  nature: 'B' | 'C'
}

/** What a day measured. */
export type DayEnergy = { day: Day; energyWh: number }

/** The highest apparent power of a day or a month, and when it was drawn. */
export type Peak = { stamp: string; voltAmperes: number }
/** The peaks of a point and, where it has three phases, of each of them. A month with too few days has none. */
export type PeakOf = {
  quantity: 'PMA' | 'PMA1' | 'PMA2' | 'PMA3'
  peaks: (Peak | { stamp: string; voltAmperes: null })[]
}

/** What the dials of a meter showed as a day began. */
export type IndexValue = { day: Day; wh: number }
/** Dials that count the hours of one class each. */
export type IndexCalendar = {
  id: string
  label: string
  classes: { id: string; label: string; dial: string; values: IndexValue[] }[]
}
export type IndexView = { calendars: IndexCalendar[]; total: { dial: string; values: IndexValue[] } }
