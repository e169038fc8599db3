/** Full calendar months from a day on that have ended before an instant, as first and last days. */
export function monthsBetween(firstDay: string, now: string): { startDate: string; endDate: string }[] {
  const [year = 0, month = 1] = firstDay.split('-').map(Number)
  const months: { startDate: string; endDate: string }[] = []
  for (let at = year * 12 + month - 1; ; at++) {
    const startDate = dayOf(Math.floor(at / 12), at % 12, 1)
    const endDate = dayOf(Math.floor((at + 1) / 12), (at + 1) % 12, 0)
    if (endDate >= now.slice(0, 10)) return months
    months.push({ startDate, endDate })
  }
}

/** Day 0 is the last of the month before. */
function dayOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
}

/** The month before the one an instant lies in. */
export function lastMonth(now: string): { year: number; month: number } {
  const [year = 0, month = 1] = now.split('-').map(Number)
  return month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 }
}
