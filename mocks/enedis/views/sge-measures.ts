import type { Direction } from '../model/contract.ts'
import type { Day, UsagePointId } from '../model/ids.ts'
import type { Stage } from '../model/reading.ts'
import type { CurvePoint, IndexView, PeakOf } from './measures.ts'

/** Active, inductive and capacitive power, and voltage. */
export type CurveQuantity = 'PA' | 'PRI' | 'PRC' | 'E'
/** Energy that dials count: active, inductive and capacitive. */
export type DialQuantity = 'EA' | 'ERI' | 'ERC'

/** A value of a curve, in watts, vars or volts. */
export type CurveValue = Pick<CurvePoint, 'stamp' | 'startsAt' | 'minutes' | 'nature'> & { value: number }

/** What a day or a month measured. A month of which a day is missing has no value. */
export type EnergyValue = { day: Day; energyWh: number | null }

/** What the services of detailed measures tell of a point, by direction. */
export type DetailedView = {
  usagePoint: UsagePointId
  stage: Stage
  from: Day
  /** The first day that is not asked for. */
  until: Day
} & (
  | {
      of: 'COURBE'
      stampedAt: 'start' | 'end'
      curves: { direction: Direction; quantity: CurveQuantity; points: CurveValue[] }[]
    }
  | {
      of: 'ENERGIE'
      by: 'day' | 'month'
      /** Whether it is the difference of two indexes or the sum of a curve. */
      knownBy: 'indexes' | 'curve'
      energies: { direction: Direction; values: EnergyValue[] }[]
    }
  | { of: 'PMAX'; by: 'day' | 'month'; peaks: PeakOf[] }
  | { of: 'INDEX'; dials: { direction: Direction; quantity: DialQuantity; indexes: IndexView }[] }
)
