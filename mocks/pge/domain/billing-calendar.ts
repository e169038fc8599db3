import {
  dayNamed,
  dayNumber,
  lastDayOf,
  localDay,
  localDayNumber,
  monthNamed,
  monthNumber,
} from '../../../src/toolbox/calendar.ts'
import { chance } from '../../../src/ground/ids.ts'
import type { SeenAgreement } from '../views.ts'
import { pacific } from './pacific.ts'
import { publishedAfter, type Lateness } from './readings.ts'

/** A billing period in day numbers: from one day up to, not including, another; and the day of its bill. */
export type BillingPeriod = { from: number; until: number; billedOn: number }

export type BillingCalendar = {
  /** The period that a day belongs to; nothing outside the service. */
  periodOf(day: number): BillingPeriod | undefined
  /** Periods whose bills are out, from the one that holds a day on. */
  issued(from: number): Iterable<BillingPeriod>
  isBilled(day: number): boolean
  /** Seconds since 1970 at which the newest bill came out; before everything where there is none. */
  newestBill: number
}

type Billed = Pick<SeenAgreement, 'locationId' | 'serviceStart' | 'status' | 'shutOffs' | 'billDay'>

/**
 * When an agreement is billed: every month about the same day, never on a weekend, with the bill one or two days after
 * the period, and not before its last reading is there. Source: WIRE, usage summaries; PAGE, MV90.
 */
export function billingCalendar(
  agreement: Billed,
  meters: readonly Lateness[],
  { seed, now }: { seed: string; now: string },
): BillingCalendar {
  const service = daysOfService(agreement)
  const today = localDayNumber(now, pacific)
  let known: BillingPeriod | undefined

  function periodOf(day: number): BillingPeriod | undefined {
    const inService = service.find(({ from, until }) => from <= day && day < until)
    if (inService === undefined) return undefined
    if (known && day >= known.from && day < known.until) return known
    let ending = monthNumber(dayNamed(day)) - 1
    while (endOf(agreement, ending) <= day) ending++
    const from = Math.max(endOf(agreement, ending - 1), inService.from)
    const until = Math.min(endOf(agreement, ending), inService.until)
    const usual = chance(seed, 'bill', agreement.locationId, until) < 0.5 ? 1 : 2
    const latest = Math.max(usual, ...meters.map((meter) => publishedAfter(meter, until - 1)))
    known = { from, until, billedOn: until + latest }
    return known
  }

  function* issued(from: number): Iterable<BillingPeriod> {
    for (const { from: first, until } of service) {
      let period = from < until ? periodOf(Math.max(from, first)) : undefined
      while (period && period.billedOn <= today) {
        yield period
        period = period.until < until ? periodOf(period.until) : undefined
      }
    }
  }

  function newestBill(): number {
    for (const { from, until } of service.toReversed()) {
      let period = today < from ? undefined : periodOf(Math.min(today, until - 1))
      while (period && period.billedOn > today) period = periodOf(period.from - 1)
      if (period) return localDay(period.billedOn, pacific).startsAt
    }
    return -Infinity
  }

  const isBilled = (day: number) => (periodOf(day)?.billedOn ?? Infinity) <= today
  return { periodOf, issued, isBilled, newestBill: newestBill() }
}

/** Service from its start to its end, but for the days on which it was shut off: bills end with it and begin anew. */
function daysOfService({ serviceStart, status, shutOffs }: Billed): Pick<BillingPeriod, 'from' | 'until'>[] {
  const begins = [serviceStart, ...shutOffs.map(({ until }) => until)].map(dayNumber)
  const last = status.kind === 'active' ? Infinity : dayNumber(status.on)
  const ends = [...shutOffs.map(({ on }) => dayNumber(on)), last]
  return begins.map((from, at) => ({ from, until: ends[at] as number })).filter(({ from, until }) => from < until)
}

function endOf({ billDay }: Billed, month: number): number {
  const name = monthNamed(month)
  const day = dayNumber(`${name}-01`) + Math.min(billDay, Number(lastDayOf(name).slice(8))) - 1
  const weekday = (day + 3) % 7
  return weekday === 5 ? day - 1 : weekday === 6 ? day + 1 : day
}
