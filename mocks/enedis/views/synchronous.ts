import type { DayEnergy } from './measures.ts'

/** Energy of days, and whether it is the difference of two indexes or the sum of a curve. */
export type DailyView = { days: DayEnergy[]; knownBy: 'indexes' | 'curve' }
