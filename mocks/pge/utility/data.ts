import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import type { PgeHouse } from '../dialect/index.ts'
import { editReadings, estimateReadings, publishLater } from '../domain/reading-edits.ts'
import type { Meter, State } from '../model/index.ts'
import { day } from '../words.ts'
import { meterHere } from './agreements.ts'

const which = {
  agreement: named('agreement'),
  meter: v.optional(named('meter')),
  /** Where a meter counts more than one; the first it has when left out. */
  flow: v.optional(v.picklist(['delivered', 'received', 'net'])),
}
const instant = v.pipe(v.string(), v.isoTimestamp('Write an instant: 2026-03-01T14:00:00-08:00.'))
/** One interval, or all of a Pacific day. */
const at = v.union([day, instant])
/** Source: XSD, QualityOfReading: 0 valid, and from manually edited to revenue quality. */
const quality = v.picklist([0, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19], 'is 0, or a number from 7 to 19.')
const amount = v.union([
  v.strictObject({ amount: v.pipe(v.number(), v.minValue(0)) }),
  v.strictObject({ times: v.pipe(v.number(), v.minValue(0)) }),
])

/** What becomes of readings after they were taken. */
export const data = {
  correctReading: action(
    {
      title: 'corrects one interval or a day: `to` an amount (kWh, therms) or `times` what was measured',
      args: v.strictObject({
        ...which,
        at,
        to: amount,
        quality: v.optional(quality, 7),
      }),
      basis: 'documented',
      source: 'PAGE, corrections reach back three years; quality 7 is manually edited',
    },
    (state: State, { at, to, quality, ...where }, house: PgeHouse) => {
      const changed = editReadings(state, { which: whichOf(state, where, at), edit: to, quality }, house)
      return { corrected: changed }
    },
  ),

  estimate: action(
    {
      title: 'estimates the readings of a day, by a reference day or on a straight line',
      args: v.strictObject({
        ...which,
        day,
        by: v.optional(v.picklist(['reference day', 'straight line']), 'reference day'),
      }),
      basis: 'documented',
      source: 'PAGE, quality codes: 8 estimated by a reference day, 9 by linear interpolation',
    },
    (state: State, { day, by, ...where }, house: PgeHouse) => {
      const { meter, flow } = whichOf(state, where, day)
      const about = { which: { meter, flow, at: { day } }, quality: by === 'reference day' ? 8 : 9 } as const
      return { estimated: estimateReadings(state, about, house) }
    },
  ),

  loseReadings: action(
    {
      title: 'loses the readings of one interval or a day: a gap, until a bill fills it',
      args: v.strictObject({ ...which, at }),
      basis: 'documented',
      source: 'PAGE, missing intervals happen; customers billed on intervals get them by the next bill',
    },
    (state: State, { at, ...where }, house: PgeHouse) => {
      const lost = editReadings(state, { which: whichOf(state, where, at), edit: 'missing', quality: 10 }, house)
      return { lost }
    },
  ),

  deliverLate: action(
    {
      title: 'publishes readings of a meter from now on some days after the day measured, as MV90 meters do',
      args: v.strictObject({
        agreement: named('agreement'),
        meter: v.optional(named('meter')),
        afterDays: v.pipe(v.number(), v.integer(), v.minValue(1)),
      }),
      basis: 'documented',
      source: 'PAGE, availability: the next day for SmartMeters, later for MV90',
    },
    (state: State, { agreement, meter, afterDays }, house: PgeHouse) => {
      publishLater(state, { meter: meterHere(state, { agreement, meter }), afterDays }, house)
      return { afterDays }
    },
  ),
}

const flows = { delivered: 1, received: 19, net: 4 } as const

function whichOf(
  state: State,
  { agreement, meter, flow }: { agreement: string; meter?: string | undefined; flow?: keyof typeof flows | undefined },
  at: string,
): { meter: Meter; flow: 1 | 4 | 19 | undefined; at: { day: string } | { instant: string } } {
  return {
    meter: meterHere(state, { agreement, meter }),
    flow: flow && flows[flow],
    at: at.length === 10 ? { day: at } : { instant: new Date(at).toISOString() },
  }
}
