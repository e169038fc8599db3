const zone = 'Europe/Paris'
const dayMs = 86_400_000
const dayIn = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
const timeIn = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })

/** The Paris day, `YYYY-MM-DD`, of an instant. */
export function dayOf(instant: string | number): string {
  return dayIn.format(new Date(instant))
}

/** The time of day that clocks in Paris show: `08:00`. */
export function timeOf(instant: string): string {
  return timeIn.format(new Date(instant))
}

/** A day some days after another; before it, if there are fewer than none. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
}

/** How many days lie from one day to another. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / dayMs)
}

/** How many minutes a Paris day has: 1440, and twice a year an hour more or less. */
export function minutesOf(day: string): number {
  return (midnightOf(daysAfter(day, 1)) - midnightOf(day)) / 60_000
}

/** The later of two days, or the only one. */
export function later(one: string, other: string | null): string {
  return other !== null && other > one ? other : one
}

/** Midnight comes two hours early in UTC in summer, one in winter. */
function midnightOf(day: string): number {
  const inSummer = Date.parse(day) - 2 * 3_600_000
  return dayOf(inSummer) === day ? inSummer : inSummer + 3_600_000
}

/** The instant, in milliseconds since 1970, at which a Paris day begins. */
export function startOf(day: string): number {
  return midnightOf(day)
}

/**
 * The instants at which clocks in Paris show a time, `YYYY-MM-DD HH:MM:SS`: one, or two in the hour of October that comes
 * twice. The hour of March that is left out is counted on from before.
 */
export function instantsShowing(stamp: string): number[] {
  const shown = Date.parse(`${stamp.replace(' ', 'T')}Z`)
  const found = [shown - 2 * 3_600_000, shown - 3_600_000].filter((instant) => shownAt(instant) === shown)
  return found.length > 0 ? found : [shown - 3_600_000]
}

const partsIn = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })

function shownAt(instant: number): number {
  return Date.parse(`${partsIn.format(new Date(instant)).replace(' ', 'T')}Z`)
}
