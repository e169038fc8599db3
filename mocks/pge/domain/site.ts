import { dayNumber } from '../../../src/toolbox/calendar.ts'
import type { Look } from '../dialect/index.ts'
import type { MeterId, UsagePointId } from '../model/index.ts'
import type { Seen, SeenAgreement, SeenMeter } from '../views.ts'
import { billingCalendar, type BillingCalendar } from './billing-calendar.ts'
import { correctionsOf, type Corrections } from './corrections.ts'
import { channelsOf, daysOfMeter, publishedDay, type Channel, type Metered } from './readings.ts'
import { measured, type Measured } from './use.ts'

/** What a rule must know to compute readings and bills. */
export type DataLook = Look & { seed: string }

/**
 * An agreement with all that its readings and bills are computed from, copied from the state: feeds are spelled while
 * they are sent, when the state may have moved on.
 */
export type Site = {
  agreement: SeenAgreement
  meters: SeenMeter[]
  channels: Channel[]
  /** Meters that tell nothing but the bill. */
  billOnly: Metered[]
  corrections: ReadonlyMap<MeterId, Corrections>
  measured: ReadonlyMap<MeterId, Measured>
  calendar: BillingCalendar
  publishAt: string
  /** The day that would be published now if it were read at once. */
  publishedToday: number
  /** Rates with the day numbers from which they hold. */
  rates: (SeenAgreement['rates'][number] & { from: number })[]
  now: string
  seed: string
}

export function siteOf(state: Seen, id: UsagePointId, { now, seed }: Pick<DataLook, 'now' | 'seed'>): Site {
  const agreement = copied(state.agreements[id]) as SeenAgreement
  const meters = agreement.meters.map((meter) => copied(state.meters[meter]) as SeenMeter)
  const corrections = new Map(meters.map((meter) => [meter.id, correctionsOf(state, meter.id, now)]))
  return siteFrom({ agreement, meters, corrections, publishAt: state.settings.publishAt }, { now, seed })
}

/** The same, from what was copied already. */
export function siteFrom(
  { agreement, meters, corrections, publishAt }: Pick<Site, 'agreement' | 'meters' | 'corrections' | 'publishAt'>,
  { now, seed }: Pick<DataLook, 'now' | 'seed'>,
): Site {
  return {
    agreement,
    meters,
    channels: channelsOf({ agreement, meters }),
    billOnly: meters.filter(({ metering }) => metering.kind === 'billOnly').map(daysOfMeter),
    corrections,
    measured: new Map(meters.map((meter) => [meter.id, measured(meter, agreement, { seed })])),
    calendar: billingCalendar(agreement, meters, { seed, now }),
    publishAt,
    publishedToday: publishedDay(now, publishAt),
    rates: agreement.rates.map((rate) => ({ ...rate, from: dayNumber(rate.since) })),
    now,
    seed,
  }
}

/** State is a JSON tree, and may be seen through a proxy while it changes. */
function copied<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}
