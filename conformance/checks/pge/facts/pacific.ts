/** Share My Data counts days, and lets access end, by Pacific midnight. */
const pacific = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Los_Angeles',
  hourCycle: 'h23',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' },
})

const dayMs = 86_400_000

/** The Pacific day of an instant, `YYYY-MM-DD`. */
export function pacificDay(instant: string | number): string {
  const { year, month, day } = partsOf(new Date(instant))
  return `${year}-${month}-${day}`
}

/** The instant at which a Pacific day begins. */
export function pacificMidnight(day: string): string {
  const inWinter = new Date(`${day}T08:00:00.000Z`)
  const isWinter = partsOf(inWinter).hour === '00'
  return (isWinter ? inWinter : new Date(`${day}T07:00:00.000Z`)).toISOString()
}

export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** Hours of a Pacific day: 23, 24 or 25. */
export function hoursOf(day: string): number {
  return (Date.parse(pacificMidnight(daysLater(day, 1))) - Date.parse(pacificMidnight(day))) / 3_600_000
}

function partsOf(instant: Date): Partial<Record<string, string>> {
  return Object.fromEntries(pacific.formatToParts(instant).map(({ type, value }) => [type, value]))
}
