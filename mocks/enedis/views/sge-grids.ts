import type { Day } from '../model/ids.ts'

/** Why a meter was read: in turn, because somebody took another supplier, moved out, or changed the contract. */
export type ReadingTrigger = 'CYCLIQUE' | 'CFN' | 'RES' | 'AUTRE'

/** What was measured between two readings. */
export type ReadPeriod = {
  from: Day
  /** The day of the second reading. */
  until: Day
  kwh: number
  nature: 'REEL' | 'ESTI'
  trigger: ReadingTrigger
  status: 'INITIALE' | 'RECTIFIEE'
}

/** One class of time of a calendar, newest period first. */
export type GridSeries = {
  calendar: { id: string; label: string }
  timeClass: { id: string; label: string }
  periods: ReadPeriod[]
}

/** By the calendar of the grid's tariff (TURPE), and by the supplier's. Null: the meter does not count by it. */
export type GridsView = { turpe: GridSeries[] | null; supplier: GridSeries[] }
