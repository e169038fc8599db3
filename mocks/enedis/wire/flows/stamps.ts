import { inZone } from '../../../../src/toolbox/calendar.ts'
import type { Instant } from '../../model/index.ts'

const paris = 'Europe/Paris'
const isoOf = (seconds: number) => new Date(seconds * 1000).toISOString()

/** A moment as clocks in Paris show it, with its offset, which tells the two hours of October apart. */
export function stampWithOffset(seconds: number): string {
  const known = stamps.get(seconds)
  if (known !== undefined) return known
  const stamp = inZone(isoOf(seconds), paris, { milliseconds: false })
  if (stamps.size >= mostStamps) stamps.clear()
  stamps.set(seconds, stamp)
  return stamp
}

/** All points of a night are told by the same stamps, of a day in its five minutes and some late days. */
const stamps = new Map<number, string>()
const mostStamps = 10_000

/** The same of an instant, for the heads of files. */
export function createdAt(instant: Instant): string {
  return inZone(instant, paris, { milliseconds: false })
}

/** A moment by winter's clock all year: midnight in summer is 23:00 of the day before. Source: CAPTURE, HDM of indexes. */
export function stampInWinterTime(seconds: number): string {
  return `${isoOf(seconds + 3600).slice(0, 19)}+01:00`
}

/** An instant in the name of a file: fourteen digits, as clocks in Paris show it. */
export function inName(instant: Instant): string {
  return createdAt(instant).slice(0, 19).replace(/\D/g, '')
}
