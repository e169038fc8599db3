/** Enedis counts days by the clock in Paris, and stamps points with it. */
const paris = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  hourCycle: 'h23',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' },
})

const dayMs = 86_400_000

/** The day of an instant in Paris, `YYYY-MM-DD`. */
export function parisDay(instant: string | number): string {
  const { year, month, day } = partsOf(new Date(instant))
  return `${year}-${month}-${day}`
}

/** The instant at which a day begins in Paris. */
export function parisMidnight(day: string): string {
  const inWinter = new Date(Date.parse(`${day}T00:00:00.000Z`) - 3_600_000)
  const isWinter = partsOf(inWinter).hour === '00'
  return (isWinter ? inWinter : new Date(inWinter.getTime() - 3_600_000)).toISOString()
}

export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** How many days lie from one up to another. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / dayMs)
}

/** Hours of a day in Paris: 23, 24 or 25. */
export function hoursOf(day: string): number {
  return (Date.parse(parisMidnight(daysLater(day, 1))) - Date.parse(parisMidnight(day))) / 3_600_000
}

/** Whether a text is a day there is. */
export function isDay(text: string | undefined): text is string {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T12:00:00.000Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

function partsOf(instant: Date): Partial<Record<string, string>> {
  return Object.fromEntries(paris.formatToParts(instant).map(({ type, value }) => [type, value]))
}
