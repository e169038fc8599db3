import { Temporal } from 'temporal-polyfill'
import { instantMs, isoInstant } from '../ground/clock.ts'

/**
 * The instant a duration later, as a calendar in that zone counts: P1D over a change of clocks is 23 or 25 hours.
 * Durations are ISO 8601 (PT4H, P1D, P13M); an instant instead of a duration stands for itself.
 */
export function later(from: string, durationOrInstant: string, zone = 'UTC'): string {
  if (!isDuration(durationOrInstant)) return isoInstant(instantMs(durationOrInstant))
  const start = Temporal.Instant.from(from).toZonedDateTimeISO(zone)
  return isoInstant(start.add(readDuration(durationOrInstant)).epochMilliseconds)
}

/** Milliseconds of a duration without months and years. */
export function durationMs(duration: string): number {
  return readDuration(duration).total({ unit: 'millisecond', relativeTo: Temporal.PlainDate.from('2001-01-01') })
}

function isDuration(text: string): boolean {
  return /^[+-]?P/.test(text)
}

function readDuration(text: string): Temporal.Duration {
  try {
    return Temporal.Duration.from(text)
  } catch {
    throw new RangeError(`"${text}" is not a duration: write PT15M, P1D or P13M.`)
  }
}

/** Offsets by zone and hour, because working one out costs more than a whole response. */
const offsets = new Map<string, number>()
const hour = 3_600_000
const mostOffsets = 10_000

/** Times between two changes of a zone's clock, in which one offset holds. */
type Unchanged = { from: number; until: number; offset: number }
const unchanged = new Map<string, Unchanged[]>()

/** An instant as a clock in that zone shows it, with its offset: `2026-03-08T03:00:00.000-04:00`. */
export function inZone(instant: string, zone: string, { milliseconds = true } = {}): string {
  const ms = instantMs(instant)
  const offset = offsetMinutes(ms, zone)
  const local = isoInstant(ms + offset * 60_000).slice(0, milliseconds ? 23 : 19)
  const ahead = Math.abs(offset)
  return `${local}${offset < 0 ? '-' : '+'}${pad(Math.floor(ahead / 60))}:${pad(ahead % 60)}`
}

function offsetMinutes(ms: number, zone: string): number {
  const known = unchanged.get(zone)?.find(({ from, until }) => from <= ms && ms < until)
  return known === undefined ? offsetWorkedOut(ms, zone) : known.offset
}

function offsetWorkedOut(ms: number, zone: string): number {
  const key = `${zone} ${Math.floor(ms / hour)}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const start = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
  const offset = Math.round(start.offsetNanoseconds / 60e9)
  if (offsets.size >= mostOffsets) offsets.clear()
  offsets.set(key, offset)
  rememberUnchanged(start, zone, offset)
  return offset
}

/** Zones that never change their clocks, and times too far off for their changes to be known, are worked out each time. */
function rememberUnchanged(start: Temporal.ZonedDateTime, zone: string, offset: number): void {
  const from = start.add({ milliseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds
  const until = start.getTimeZoneTransition('next')?.epochMilliseconds
  if (from === undefined || until === undefined) return
  unchanged.set(zone, [...(unchanged.get(zone) ?? []), { from, until, offset }])
}

const pad = (number: number) => String(number).padStart(2, '0')

/** Whether a text such as `2026-03-01` names a day that the calendar has; Date.parse takes 30 February for 2 March. */
export function isDay(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) && dayNamed(dayNumber(text)) === text
}

/** The number of a day such as `2026-03-01`, counted so that neighbours differ by one. */
export function dayNumber(day: string): number {
  return Math.round(instantMs(`${day}T00:00:00Z`) / (24 * hour))
}

/** The day of a number. */
export function dayNamed(number: number): string {
  return isoInstant(number * 24 * hour).slice(0, 10)
}

/** The number of a month such as `2026-03`, counted so that neighbours differ by one. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

/** The month of a number. */
export function monthNamed(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${pad((number % 12) + 1)}`
}

/** The last day of a month. */
export function lastDayOf(month: string): string {
  return dayNamed(dayNumber(`${monthNamed(monthNumber(month) + 1)}-01`) - 1)
}

/** The instant at which a clock in that zone shows a time of a day: `2026-03-08` at `21:00`. */
export function instantAt(day: string, time: string, zone: string): string {
  const shown = instantMs(`${day}T${time}:00Z`)
  const near = shown - offsetMinutes(shown, zone) * 60_000
  return isoInstant(shown - offsetMinutes(near, zone) * 60_000)
}

/** The day of the week: 1 is Monday, 7 Sunday. */
export function weekday(day: string): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** A day as a clock in some zone counts it. Seconds, because that is how readings of meters are told. */
export type LocalDay = {
  number: number
  /** Seconds since 1970. */
  startsAt: number
  /** 82,800, 86,400 or 90,000. */
  lasts: number
  /** How long after the start the clock is changed; on other days, the end. */
  changesAt: number
}

const localDays = new Map<string, Map<number, LocalDay>>()

/** The day of that number in that zone. */
export function localDay(number: number, zone: string): LocalDay {
  const known = localDays.get(zone) ?? new Map<number, LocalDay>()
  localDays.set(zone, known)
  const day = known.get(number) ?? measured(number, zone)
  if (known.size >= mostOffsets) known.clear()
  known.set(number, day)
  return day
}

/** The number of the day that a clock in that zone shows at an instant. */
export function localDayNumber(instant: string, zone: string): number {
  const ms = instantMs(instant)
  return Math.floor((ms + offsetMinutes(ms, zone) * 60_000) / (24 * hour))
}

function measured(number: number, zone: string): LocalDay {
  const startsAt = midnight(number, zone)
  const lasts = midnight(number + 1, zone) - startsAt
  const offset = offsetMinutes(startsAt * 1000, zone)
  let changesAt = lasts === 86_400 ? lasts : 0
  while (changesAt < lasts && offsetMinutes((startsAt + changesAt) * 1000, zone) === offset) changesAt += 3600
  return { number, startsAt, lasts, changesAt }
}

function midnight(number: number, zone: string): number {
  return instantMs(instantAt(dayNamed(number), '00:00', zone)) / 1000
}
