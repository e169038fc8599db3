import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import { later } from '../../../src/toolbox/calendar.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import { usagePointNamed } from '../domain/names.ts'
import { paris, parisInstant } from '../domain/paris.ts'
import { publishLater } from '../domain/point-changes.ts'
import { correctReadings, fillReadings, loseReadings, wholeDay, type Which } from '../domain/reading-changes.ts'
import type { Direction, Instant, State } from '../model/index.ts'
import { amount, day, direction, duration } from '../words.ts'

const instant = v.pipe(v.string(), v.isoTimestamp('Write an instant: 2026-10-05T14:00:00+02:00.'))
/** A day in Paris, or from one instant or day up to another. */
const which = {
  usagePoint: named('usagePoint'),
  direction: v.optional(direction, 'consumption'),
  when: v.union([day, v.strictObject({ from: v.union([day, instant]), to: v.union([day, instant]) })]),
}
type When = string | { from: string; to: string }

/** What becomes of readings: holes, late days, corrections. */
export const readings = {
  loseReadings: action(
    {
      title: 'loses readings: points of the curve or everything, until they are filled in, or for good',
      args: v.strictObject({
        ...which,
        of: v.optional(v.picklist(['curve', 'everything']), 'curve'),
        /** How long from now they come in after all; never when left out. */
        filledAfter: v.optional(duration),
      }),
      basis: 'observed',
      source: 'ISSUES, fewer points, no marker; days that appear days later',
    },
    (state: State, { of, filledAfter, ...told }, house: EnedisHouse) => {
      const filledAt = filledAfter === undefined ? null : later(house.now, filledAfter, paris)
      const lost = whichOf(state, told)
      loseReadings(state, { which: lost, of, filledAt }, house)
      return { from: lost.from, to: lost.to, filledAt }
    },
  ),

  fillReadings: action(
    {
      title: 'gets in whatever was missing of a usage point',
      args: v.strictObject({ usagePoint: which.usagePoint }),
      basis: 'observed',
      source: 'ISSUES, days that appear days later',
    },
    (state: State, { usagePoint }, house: EnedisHouse) => ({
      filled: fillReadings(state, usagePointNamed(state, usagePoint), house),
    }),
  ),

  correctReadings: action(
    {
      title: 'corrects readings: `times` what was measured, or to a total of `kwh`',
      args: v.strictObject({
        ...which,
        to: v.union([v.strictObject({ times: amount }), v.strictObject({ kwh: amount })]),
        /** Read again from the meter, or settled by Enedis in the corrected series alone. */
        reaches: v.optional(v.picklist(['bothStages', 'BEST']), 'bothStages'),
      }),
      basis: 'documented',
      source: 'SWAGGER, etapeMetier BRUT and BEST',
    },
    (state: State, { to, reaches, ...told }, house: EnedisHouse) => {
      const energy = 'times' in to ? to : { totalWh: Math.round(to.kwh * 1000) }
      const corrected = whichOf(state, told)
      correctReadings(state, { which: corrected, energy, reaches }, house)
      return { from: corrected.from, to: corrected.to }
    },
  ),

  publishLater: action(
    {
      title: 'publishes the readings of a usage point some days after the day they are of',
      args: v.strictObject({
        usagePoint: which.usagePoint,
        days: v.pipe(v.number(), v.integer(), v.minValue(1)),
      }),
      basis: 'documented',
      source: 'SWAGGER, some meters are published a day later',
    },
    (state: State, { usagePoint, days }) => {
      publishLater(state, usagePointNamed(state, usagePoint), days)
      return { days }
    },
  ),
}

function whichOf(
  state: State,
  { usagePoint, direction, when }: { usagePoint: string; direction: Direction; when: When },
): Which {
  const span = typeof when === 'string' ? wholeDay(when) : { from: instantTold(when.from), to: instantTold(when.to) }
  return { usagePoint: usagePointNamed(state, usagePoint), direction, ...span }
}

/** A day begins at its midnight in Paris. */
function instantTold(told: string): Instant {
  return told.length === 10 ? parisInstant(told) : later(told, 'PT0S')
}
