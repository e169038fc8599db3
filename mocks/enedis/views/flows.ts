import type { Direction } from '../model/contract.ts'
import type { Day, UsagePointId } from '../model/ids.ts'
import type { Stage } from '../model/reading.ts'
import type { CurveStep } from '../model/usage-point.ts'
import type { CurvePoint, DayEnergy, IndexCalendar, IndexView, PeakOf } from './measures.ts'

/** An interval of a curve with what was measured in it, or without where that is missing. */
export type Interval = {
  /** In seconds since 1970. */
  startsAt: number
  minutes: CurveStep
  energyWh: number | null
  nature: 'B' | 'C'
}

/** What a meter of C1 to C4 records as a curve: active, inductive and capacitive power, and voltage. */
export const r4Quantities = ['EA', 'ERI', 'ERC', 'E'] as const
export type R4Quantity = (typeof r4Quantities)[number]

/** A curve of R4x: whole kilowatts, kilovars or volts, one for each interval, stamped with its start. */
export type R4Curve = {
  quantity: R4Quantity
  direction: Direction
  granularity: 5 | 10
  /** In seconds since 1970: where the first interval begins, and where the last one ends. */
  from: number
  until: number
  points: { startsAt: number; value: number | null; status: 'R' | 'C' }[]
}

/** A day of half hours, in R50. One without points has not come. */
export type R50Day = { day: Day; points: { endsAt: number; watts: number | null }[] }

/** The dials of C5 as a day began and its highest power, in R151. Null: not known. */
export type R151Day = {
  day: Day
  supplier: R151Calendar | null
  distributor: R151Calendar | null
  peakVa: number | null
}
export type R151Calendar = Pick<IndexCalendar, 'id' | 'label'> & {
  classes: { id: string; label: string; rank: number; wh: number | null }[]
}

/** Energies, highest power, overrun in seconds and in power, and time passed. Source: FLOWGUIDE, R171. */
export type R171Quantity = 'EA' | 'ERI' | 'ERC' | 'PMA' | 'DD' | 'DQ' | 'TF'
/** What the dials of one class of a meter of C2 to C4 showed as days began. */
export type R171Series = {
  usagePoint: UsagePointId
  direction: Direction
  quantity: R171Quantity
  /** Of the distributor's calendar; null where the dial counts all hours. */
  timeClass: { id: string; label: string } | null
  values: { day: Day; value: number }[]
}

type OfPoint = {
  usagePoint: UsagePointId
  direction: Direction
  stage: Stage
  from: Day
  /** The first day that is not asked for. */
  until: Day
}

/** What an HDM file tells: a curve in watts, or indexes in watt-hours. A missing point has no value. */
export type HistoryView = OfPoint & {
  /** In seconds since 1970: the end of an interval of C5, the start of others, the day's beginning of an index. */
  points: { at: number; value: number | null }[]
} & ({ of: 'CDC'; minutes: CurveStep } | { of: 'IDX'; minutes: null })

/** What R63 (curves), R64 (indexes), R65 (energy) and R66 (highest power) tell of a point. */
export type OrderedMeasures = OfPoint &
  (
    | { of: 'COURBES'; curves: { quantity: 'PA' | 'PRI' | 'PRC'; points: CurvePoint[] }[] }
    | { of: 'INDEX'; indexes: IndexView }
    | { of: 'ENERGIE'; days: DayEnergy[] }
    | { of: 'PMAX'; peaks: PeakOf[] }
  )

/** A usage point that an order named and that was refused, in the report CR.M023. */
export type RefusedPoint = { usagePoint: UsagePointId; code: string; why: string }
