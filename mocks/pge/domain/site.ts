import type { Look } from '../dialect/index.ts'
import type { MeterId, UsagePointId } from '../model/index.ts'
import type { Seen, SeenAgreement, SeenMeter } from '../views.ts'
import { billingCalendar, type BillingCalendar } from './billing-calendar.ts'
import { correctionsOf, type Corrections } from './corrections.ts'
import { channelsOf, type Channel } from './readings.ts'
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
  corrections: ReadonlyMap<MeterId, Corrections>
  measured: ReadonlyMap<MeterId, Measured>
  calendar: BillingCalendar
  publishAt: string
  now: string
  seed: string
}

export function siteOf(state: Seen, id: UsagePointId, { now, seed }: Pick<DataLook, 'now' | 'seed'>): Site {
  const agreement = copied(state.agreements[id]) as SeenAgreement
  const meters = agreement.meters.map((meter) => copied(state.meters[meter]) as SeenMeter)
  return {
    agreement,
    meters,
    channels: channelsOf({ agreement, meters }),
    corrections: new Map(meters.map((meter) => [meter.id, correctionsOf(state, meter.id, now)])),
    measured: new Map(meters.map((meter) => [meter.id, measured(meter, agreement, { seed })])),
    calendar: billingCalendar(agreement, meters, { seed, now }),
    publishAt: state.settings.publishAt,
    now,
    seed,
  }
}

/** State is a JSON tree, and may be seen through a proxy while it changes. */
function copied<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}
