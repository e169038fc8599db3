/** Enedis counts days by the clock in Paris, and stamps points with it. */
const paris = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  hourCycle: 'h23',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
})

const [hourMs, dayMs] = [3_600_000, 86_400_000]
/** Holidays of one date, and those that follow Easter by so many days. */
const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']
const afterEaster = [1, 39, 50]

/** Days by the hours of UTC since 1970: an hour lies in one day of Paris, and curves have many points in each. */
const dayOfHour = new Map<number, string>()

/** The day of an instant in Paris, `YYYY-MM-DD`. */
export function parisDay(instant: string | number): string {
  const hour = Math.floor(new Date(instant).getTime() / hourMs)
  const day = dayOfHour.get(hour) ?? shownAt(hour * hourMs).slice(0, 10)
  dayOfHour.set(hour, day)
  return day
}

/** The time of day of an instant in Paris, `HH:MM:SS`. */
export function parisTime(instant: string | number): string {
  return shownAt(instant).slice(11)
}

export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** How many days lie from one up to another. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / dayMs)
}

/** The instant, in milliseconds since 1970, at which a day begins in Paris. */
export function parisMidnight(day: string): number {
  return instantsShowing(`${day} 00:00:00`)[0] as number
}

/** Minutes of a day in Paris: 1380, 1440 or 1500. */
export function minutesOf(day: string): number {
  return (parisMidnight(daysLater(day, 1)) - parisMidnight(day)) / 60_000
}

/** The instants at which clocks in Paris show `YYYY-MM-DD HH:MM:SS`: two in the hour of October that comes twice. */
export function instantsShowing(stamp: string): number[] {
  const shown = Date.parse(`${stamp.replace(' ', 'T')}Z`)
  const found = [shown - 2 * hourMs, shown - hourMs].filter((instant) => shownAt(instant) === stamp)
  return found.length > 0 ? found : [shown - hourMs]
}

export type Closed = 'lunch' | 'evening' | 'weekend' | 'holiday'

/** Why homologation is closed at an instant; undefined: it is open, on working days from nine to twelve and two to six. */
export function closedBecause(instant: string): Closed | undefined {
  const [day, time] = [parisDay(instant), parisTime(instant)]
  if (isHoliday(day)) return 'holiday'
  if (isWeekend(day)) return 'weekend'
  if (time >= '12:00:00' && time < '14:00:00') return 'lunch'
  return time >= '09:00:00' && time < '18:00:00' ? undefined : 'evening'
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T12:00:00.000Z`).getUTCDay())
}

function isHoliday(day: string): boolean {
  return fixed.includes(day.slice(5)) || afterEaster.some((days) => daysLater(easterOf(day), days) === day)
}

/** Easter Sunday of the year of a day, by the first Sunday after the full moon of spring, as tables of it are made. */
function easterOf(day: string): string {
  const year = Number(day.slice(0, 4))
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const date = (h + l - 7 * m + 33 * month + 19) % 32
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

function shownAt(instant: string | number): string {
  const parts = Object.fromEntries(paris.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return `${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour']}:${parts['minute']}:${parts['second']}`
}
