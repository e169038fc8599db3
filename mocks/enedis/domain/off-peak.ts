import type { ClockRange } from '../model/contract.ts'

/** Minutes from midnight, the end after the start: past midnight it is beyond 1440. */
type Minutes = { from: number; to: number }

const day = 1440
const offPeakMinutes = 8 * 60
const mostParts = 1000
/** Always dear. Source: FAQ, off-peak hours lie between 12:00 and 17:00 or between 20:00 and 08:00. */
const alwaysPeak = [minutes({ from: '08:00', to: '12:00' }), minutes({ from: '17:00', to: '20:00' })]

/** Off-peak hours as Enedis writes them: `HC (22H50-6H50)`, several stretches with a `;` between. */
export function spellOffPeak(ranges: readonly ClockRange[], hour: 'H' | 'h' = 'H'): string {
  return `HC (${ranges.map(({ from, to }) => `${spelled(from, hour)}-${spelled(to, hour)}`).join(';')})`
}

function spelled(time: string, hour: string): string {
  return `${Number(time.slice(0, 2))}${hour}${time.slice(3)}`
}

/** Reads what `spellOffPeak` writes, and the other way people have seen it written: `HC (23h00-7h30)`. */
export function readOffPeak(text: string): ClockRange[] | undefined {
  const [, inside] = /^HC \((.+)\)$/i.exec(text.trim()) ?? []
  const ranges = inside?.split(';').map(readRange)
  return ranges?.every((range) => range !== undefined) ? ranges : undefined
}

function readRange(text: string): ClockRange | undefined {
  const [, fromHour, fromMinute, toHour, toMinute] = /^\s*(\d{1,2})H(\d\d)-(\d{1,2})H(\d\d)\s*$/i.exec(text) ?? []
  const range = { from: `${fromHour?.padStart(2, '0')}:${fromMinute}`, to: `${toHour?.padStart(2, '0')}:${toMinute}` }
  return isTime(range.from) && isTime(range.to) ? range : undefined
}

function isTime(time: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
}

/** What cannot be of off-peak hours, and what is only unusual: a real string has eight and a half. */
export type OffPeakFault = { level: 'impossible' | 'unusual'; says: string }

/** Holds off-peak hours to the rules that Enedis sets them by. Source: FAQ, off-peak hours. */
export function faultsOfOffPeak(ranges: readonly ClockRange[]): OffPeakFault[] {
  const stretches = ranges.map(minutes)
  const faults: OffPeakFault[] = []
  const complain = (level: OffPeakFault['level'], says: string) => faults.push({ level, says })
  if (stretches.some((one) => alwaysPeak.some((peak) => meet(one, peak))))
    complain('impossible', 'Off-peak hours cannot lie in 08:00-12:00 or 17:00-20:00: those are always peak.')
  if (stretches.some((one, at) => stretches.slice(at + 1).some((other) => meet(one, other))))
    complain('impossible', 'Two stretches of off-peak hours overlap.')
  const total = stretches.reduce((sum, { from, to }) => sum + to - from, 0)
  if (total !== offPeakMinutes) complain('unusual', `Off-peak hours are ${total / 60} hours a day: they are usually 8.`)
  return faults
}

function meet(one: Minutes, other: Minutes): boolean {
  return [-day, 0, day].some((shift) => one.from < other.to + shift && other.from + shift < one.to)
}

function minutes({ from, to }: ClockRange): Minutes {
  const [start, end] = [minuteOf(from), minuteOf(to)]
  return { from: start, to: end > start ? end : end + day }
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

function timeOf(minute: number): string {
  return `${String(Math.floor((minute % day) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

const knownParts = new Map<string, Uint8Array>()

/** How many of the five minutes from each five minutes of the clock on are off-peak: 288 numbers from 0 to 5. */
export function offPeakParts(ranges: readonly ClockRange[]): Uint8Array {
  const key = spellOffPeak(ranges)
  const known = knownParts.get(key)
  if (known) return known
  if (knownParts.size >= mostParts) knownParts.clear()
  const parts = new Uint8Array(day / 5)
  for (const { from, to } of ranges.map(minutes)) {
    for (let minute = from; minute < to; minute++) {
      const at = Math.floor((minute % day) / 5)
      parts[at] = (parts[at] as number) + 1
    }
  }
  knownParts.set(key, parts)
  return parts
}

/** Off-peak hours that Enedis could have set: eight, at odd minutes, all of them by night or some after noon. */
export function offPeakMadeUp(between: (from: number, to: number, about: string) => number): ClockRange[] {
  const afterNoon = between(0, 2, 'hours after noon') * 60
  const night = offPeakMinutes - afterNoon
  const start = between(20 * 60, 32 * 60 - night, 'night')
  const ranges = [{ from: timeOf(start), to: timeOf(start + night) }]
  if (afterNoon === 0) return ranges
  const noon = between(12 * 60, 17 * 60 - afterNoon, 'afternoon')
  return [{ from: timeOf(noon), to: timeOf(noon + afterNoon) }, ...ranges]
}
