import { inZone, instantAt } from '../../../../src/toolbox/calendar.ts'
import type { EnedisSettings } from '../../dialect/index.ts'
import type { Day } from '../../model/index.ts'

const paris = 'Europe/Paris'
type Offsets = Pick<EnedisSettings, 'soapDateOffset'>

/** A day as SGE writes it, with the offset of its midnight if the guides are followed to the letter (R33). */
export function dayTold(day: Day, { soapDateOffset }: Offsets): string {
  return soapDateOffset === 'none' ? day : `${day}${offsetAt(instantAt(day, '00:00', paris))}`
}

/** A moment of V3, which names no zone: `2026-10-05 00:30:00`. */
export function stampTold(stamp: string, { soapDateOffset }: Offsets): string {
  return soapDateOffset === 'none' ? stamp : `${stamp}${offsetAt(instantOf(stamp))}`
}

/** The day's own midnight as V3 writes moments. */
export const midnightOf = (day: Day): string => `${day} 00:00:00`

/** A moment of v2, with milliseconds and its offset: `2026-10-05T00:30:00.000+02:00`. Source: CAPTURE, v2. */
export function dateTimeAt(seconds: number): string {
  return inZone(new Date(seconds * 1000).toISOString(), paris)
}

/** The same of a moment as clocks in Paris show it. */
export function dateTimeOf(stamp: string): string {
  return `${stamp.replace(' ', 'T')}.000${offsetAt(instantOf(stamp))}`
}

const instantOf = (stamp: string) => instantAt(stamp.slice(0, 10), stamp.slice(11, 16), paris)
const offsetAt = (instant: string) => inZone(instant, paris, { milliseconds: false }).slice(19)
