import { dayNumber } from '../../../../src/toolbox/calendar.ts'
import type { Look } from '../../dialect.ts'
import type { Seen, SeenEntry, SeenMeter } from '../../views.ts'
import { entriesOf } from '../entries.ts'
import { daysOf } from '../entry-kinds.ts'
import type { Period } from './period.ts'

/** Why a meter's year is not whole, or not to be trusted. Source: DOC, glossary of alert metrics. */
const flaws = ['lessThanTwelveMonths', 'gap', 'overlap', 'longEntry'] as const
export type Flaw = (typeof flaws)[number]

/** What the entries of one meter say of twelve months. */
export type MeterYear = {
  meter: SeenMeter
  spans: readonly Span[]
  flaws: ReadonlySet<Flaw>
  /** Of each month: whether its use is known, from its first day to its last. */
  isKnown: readonly boolean[]
}
/** An entry with its first and last day, as numbers. */
type Span = { first: number; last: number; entry: SeenEntry }

/** An entry longer than this cannot be told apart by months. Source: DOC, glossary of alert metrics. */
const longest = 65

export function meterYear(state: Seen, meter: SeenMeter, { period, look }: { period: Period; look: Look }): MeterYear {
  const spans = entriesOf(state, meter, look).map(spanOf)
  return isByDay(meter) ? deliveredYear(meter, spans, period) : measuredYear(meter, spans, period)
}

/**
 * Bills cover every day or leave a gap. One that begins on the day on which the last one ended overlaps with nothing:
 * both ways of writing a bill are common. Basis: inferred.
 */
function measuredYear(meter: SeenMeter, spans: readonly Span[], period: Period): MeterYear {
  const needed = { first: period.first, last: lastNeeded(meter, period) }
  const overlaps = overlapsIn(spans)
  const covered = unionOf(spans)
  const isKnown = period.months.map(({ first, last }) => {
    const whole =
      first > needed.last || covered.some((run) => run.first <= first && run.last >= Math.min(last, needed.last))
    return whole && !overlaps.some((days) => touches(days, { first, last }))
  })
  const holes = covered.slice(1).map((run, at) => ({ first: (covered[at]?.last ?? 0) + 1, last: run.first - 1 }))
  const found: Record<Flaw, boolean> = {
    lessThanTwelveMonths: isShort(covered, needed),
    gap: holes.some((hole) => touches(hole, needed)),
    overlap: overlaps.some((days) => touches(days, needed)),
    longEntry: spans.some((span) => span.last - span.first + 1 > longest && touches(span, needed)),
  }
  return { meter, spans, flaws: new Set(flaws.filter((flaw) => found[flaw])), isKnown }
}

/** Deliveries say nothing of days: from the month of the first one on, what came is what was used. Basis: inferred. */
function deliveredYear(meter: SeenMeter, spans: readonly Span[], period: Period): MeterYear {
  const first = spans[0]?.first ?? Infinity
  const needed = lastNeeded(meter, period)
  const isKnown = period.months.map((month) => month.first > needed || first <= month.last)
  return { meter, spans, flaws: new Set(isKnown.includes(false) ? ['lessThanTwelveMonths'] : []), isKnown }
}

/** How much of an entry falls into each month, in whole parts that together are all its parts. */
export function partsByMonth({ first, last }: Span, parts: number, { months }: Period): number[] {
  const upTo = (day: number) =>
    Math.round((parts * Math.min(Math.max(day - first, 0), last + 1 - first)) / (last + 1 - first))
  return months.map((month) => upTo(month.last + 1) - upTo(month.first))
}

function spanOf(entry: SeenEntry): Span {
  const [first, last] = daysOf(entry)
  return { first: dayNumber(first), last: dayNumber(last), entry }
}

function isByDay({ details }: SeenMeter): boolean {
  return details.kind === 'meter' ? !details.metered : details.dataEntryMethod === 'intermittent'
}

/** A meter that went out of use needs no entries from then on. */
function lastNeeded({ details: { inUse, inactiveDate } }: SeenMeter, { first, last }: Period): number {
  if (inUse) return last
  return inactiveDate === undefined ? first - 1 : Math.min(last, dayNumber(inactiveDate))
}

type Days = { first: number; last: number }

function touches(one: Days, other: Days): boolean {
  return one.first <= other.last && one.last >= other.first
}

/** Days that more than one entry is about. Sorted spans, so what reaches furthest so far is all there is to compare. */
function overlapsIn(spans: readonly Days[]): Days[] {
  let reach: Days | undefined
  return spans.flatMap((span) => {
    const before = reach
    if (!before || span.last >= before.last) reach = span
    const isAgain = before?.first === span.first && before.last === span.last
    if (!before || (span.first >= before.last && !isAgain)) return []
    return [{ first: span.first, last: Math.min(span.last, before.last) }]
  })
}

/** Runs of days without a hole. */
function unionOf(spans: readonly Days[]): Days[] {
  const runs: Days[] = []
  for (const { first, last } of spans) {
    const run = runs.at(-1)
    if (run && first <= run.last + 1) run.last = Math.max(run.last, last)
    else runs.push({ first, last })
  }
  return runs
}

/** Whether the entries begin too late, or end too early, to cover what is needed. */
function isShort(covered: readonly Days[], needed: Days): boolean {
  if (needed.last < needed.first) return false
  const [first, last] = [covered[0], covered.at(-1)]
  return !first || !last || first.first > needed.first || last.last < needed.last
}
