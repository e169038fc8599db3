const zone = 'America/Los_Angeles'
const dayMs = 86_400_000
const dayIn = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

/** The Pacific day, `YYYY-MM-DD`, of an instant. */
export function dayOf(instant: string | number): string {
  return dayIn.format(new Date(instant))
}

/** A day some days before another. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * dayMs).toISOString().slice(0, 10)
}

/** The instant at which a Pacific day begins: seven hours after midnight in UTC in summer, eight in winter. */
export function midnightOf(day: string): string {
  const inSummer = Date.parse(day) + 7 * 3_600_000
  return new Date(dayOf(inSummer) === day ? inSummer : inSummer + 3_600_000).toISOString()
}

/** How many hours a Pacific day has: 24, and twice a year one more or one less. */
export function hoursOf(day: string): number {
  return (Date.parse(midnightOf(daysBefore(day, -1))) - Date.parse(midnightOf(day))) / 3_600_000
}
