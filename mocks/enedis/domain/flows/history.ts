import { dayNamed, dayNumber } from '../../../../src/toolbox/calendar.ts'
import type { MeasureSettings } from '../../dialect/measures.ts'
import type { HistoryView } from '../../views/flows.ts'
import { curveDays, isHome, stepOn, usualStep } from '../collection.ts'
import { intervalsOfDay } from '../curve.ts'
import type { Days } from '../daily.ts'
import { parisLocalDay, type Series } from '../energy.ts'
import { indexesOf } from '../indexes.ts'
import { isLive, type MeteredPoint } from '../metered.ts'

/**
 * The curve of an HDM file: every interval of the days on which it was collected or remembered by the meter, with what
 * was measured or without. A curve that nobody ever asked for has none. Source: FAQ, an empty history file; CAPTURE, a
 * history file of C5 is hourly, then half-hourly.
 */
export function historyOfCurve(
  metered: MeteredPoint,
  series: Series,
  { from, until }: Days,
  { preActivationCurve }: Pick<MeasureSettings, 'preActivationCurve'>,
): HistoryView {
  const collected = curveDays(metered.point, series.direction, { memory: preActivationCurve !== 'none' })
  const isStampedAtEnd = isHome(metered.point)
  const points: HistoryView['points'] = []
  for (let number = from; number < Math.min(until, metered.publishedUntil); number++) {
    const minutes = stepOn(collected, number)
    if (minutes === undefined || !isLive(metered, series.direction, number)) continue
    for (const { startsAt, energyWh } of intervalsOfDay(metered, series, { day: parisLocalDay(number), minutes })) {
      const value = energyWh === null ? null : (energyWh * 60) / minutes
      points.push({ at: startsAt + (isStampedAtEnd ? minutes * 60 : 0), value })
    }
  }
  return { ...aboutOf(metered, series, { from, until }), of: 'CDC', minutes: usualStep(metered.point), points }
}

/** The same of what the dials showed in all as each day began; days that have not come are not there. */
export function historyOfIndexes(metered: MeteredPoint, series: Series, days: Days): HistoryView {
  const { values } = indexesOf(metered, series, days).total
  const points = values.map(({ day, wh }) => ({ at: parisLocalDay(dayNumber(day)).startsAt, value: wh }))
  return { ...aboutOf(metered, series, days), of: 'IDX', minutes: null, points }
}

function aboutOf({ point }: MeteredPoint, { direction, stage }: Series, { from, until }: Days) {
  return { usagePoint: point.id, direction, stage, from: dayNamed(from), until: dayNamed(until) }
}
