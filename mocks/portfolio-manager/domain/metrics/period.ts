import { dayNumber, monthNamed } from '../../../../src/toolbox/calendar.ts'

/** The twelve months that end with the one asked. Source: DOC, Property Metrics: period ending date. */
export type Period = {
  year: number
  month: number
  /** From the oldest to the newest. */
  months: readonly { year: number; month: number; first: number; last: number }[]
  first: number
  last: number
}

/** Days are numbers here: see the calendar. */
export function periodEnding({ year, month }: { year: number; month: number }): Period {
  const newest = year * 12 + month - 1
  const months = Array.from({ length: 12 }, (_, at) => {
    const number = newest - 11 + at
    const first = dayNumber(`${monthNamed(number)}-01`)
    const last = dayNumber(`${monthNamed(number + 1)}-01`) - 1
    return { year: Math.floor(number / 12), month: (number % 12) + 1, first, last }
  })
  const [first, last] = [months[0]?.first as number, months[11]?.last as number]
  return { year, month, months, first, last }
}
