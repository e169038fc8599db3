import { monthNamed } from '../../../../src/toolbox/calendar.ts'
import type { Category } from '../../model/index.ts'
import { squareFeetInSquareMeter } from '../../vocabulary/conversions.ts'
import { squareFeetOf } from '../conversion.ts'
import { partsByMonth, type MeterYear } from './meter-year.ts'
import { nil, type Asking, type Value } from './metric.ts'
import { because, meterReasons } from './reasons.ts'
import type { SeenEntry } from '../../views.ts'

/**
 * Every sum here is one of whole numbers: parts of a unit, rounded once for each entry. So the months of a metric sum to
 * its year, and those of its meters to it, to the last digit.
 */
export type Sum = {
  category: Category
  /** Which of the associated meters are summed; all, if left out. */
  of?: (year: MeterYear) => boolean
  /** What those are called, for when there are none. */
  called?: string
  /** How much an entry is, in the unit wanted; nothing where it does not say. */
  amount: (entry: SeenEntry, year: MeterYear) => number | undefined
  /** What to say of a meter whose entries do not: `has no cost`. */
  lacks: string
  digits: number
}

/** The twelve months of some meters together: whole parts, or why a month is not known. */
function monthsOf(asking: Asking, sum: Sum): (number | { because: string })[] {
  const all = asking.years[sum.category]
  const years = all.filter((year) => sum.of?.(year) ?? true)
  const { months } = asking.period
  if (years.length === 0) {
    const none = all.length === 0 || !sum.called ? because(meterReasons(asking, sum.category)) : noneOf(sum.called)
    return months.map(() => ({ because: none }))
  }
  const tallies = years.map((year) => tally(asking, year, sum))
  return months.map((_, at) => {
    let parts = 0
    for (const months of tallies) {
      const month = months[at] ?? { because: '' }
      if (typeof month === 'object') return month
      parts += month
    }
    return parts
  })
}
const noneOf = (called: string) => `No ${called} meter is associated with the property.`

/** The year of some meters together. */
export function yearOf(asking: Asking, sum: Sum): number | { because: string } {
  let parts = 0
  for (const month of monthsOf(asking, sum)) {
    if (typeof month === 'object') return month
    parts += month
  }
  return parts
}

/** A metric's value for the year. */
export function annualSum(asking: Asking, sum: Sum): Value {
  return spelled(yearOf(asking, sum), sum.digits)
}

/** A metric's values for the months. */
export function monthlySum(asking: Asking, sum: Sum): Value[] {
  return monthsOf(asking, sum).map((month) => spelled(month, sum.digits))
}

/** A year's sum for each square foot, or square meter, of the property. */
export function perArea(asking: Asking, sum: Sum, { digits, times = 1 }: { digits: number; times?: number }): Value {
  const parts = yearOf(asking, sum)
  if (typeof parts === 'object') return parts
  const area = squareFeetOf(asking.property) / (asking.system === 'EPA' ? 1 : squareFeetInSquareMeter)
  if (area === 0) return nil('The gross floor area of the property is 0.')
  return ((parts / 10 ** sum.digits / area) * times).toFixed(digits)
}

/** The twelve months of one meter. */
function tally({ period }: Asking, year: MeterYear, sum: Sum): (number | { because: string })[] {
  const { meter, spans, isKnown } = year
  const called = `The meter ${meter.details.name} (${meter.id})`
  const within = spans.filter(({ first, last }) => first <= period.last && last >= period.first)
  const said = within.map((span) => ({ span, amount: sum.amount(span.entry, year) }))
  const shares = said.flatMap(({ span, amount }) =>
    amount === undefined ? [] : [partsByMonth(span, Math.round(amount * 10 ** sum.digits), period)],
  )
  return period.months.map((month, at) => {
    const isSilent = said.some(({ span, amount }) => amount === undefined && touches(span, month))
    if (!isKnown[at])
      return { because: `${called} has no whole record of ${monthNamed(month.year * 12 + month.month - 1)}.` }
    if (isSilent) return { because: `${called} ${sum.lacks}.` }
    return shares.reduce((parts, share) => parts + (share[at] ?? 0), 0)
  })
}

function touches(one: { first: number; last: number }, other: { first: number; last: number }): boolean {
  return one.first <= other.last && one.last >= other.first
}

function spelled(parts: number | { because: string }, digits: number): Value {
  return typeof parts === 'object' ? parts : (parts / 10 ** digits).toFixed(digits)
}
