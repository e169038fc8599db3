import type { LocalDay } from '../../../src/toolbox/calendar.ts'
import { slot } from './energy.ts'

/** What dials and curves count: active energy, or reactive one of motors (inductive) and of long cables (capacitive). */
export type Counting = 'active' | 'inductive' | 'capacitive'

/**
 * What motors and long cables add to the energy of a day: inductive beside the active one by day, capacitive by night.
 * In volt-ampere-hours reactive. Ours; sources tell the quantities and units alone.
 */
export function countedInSlots(energy: Float64Array, day: LocalDay, counting: Counting): Float64Array {
  if (counting === 'active') return energy
  const ahead = (86_400 - day.lasts) / slot
  return energy.map((wh, at) => {
    const shown = at * slot < day.changesAt ? at : at + ahead
    const isNight = shown * slot < 6 * 3600
    if (counting === 'inductive') return isNight ? 0 : Math.round(wh * 0.3)
    return isNight ? Math.round(wh * 0.1) : 0
  })
}
