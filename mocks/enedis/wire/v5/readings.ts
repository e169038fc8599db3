import type { CurvePoint, DayEnergy, PeakOf } from '../../views/index.ts'
import type { AskedWindow } from './query.ts'

type Window = Pick<AskedWindow, 'usagePoint' | 'from' | 'until'>

/** What each day measured, in watt-hours. Source: SWAGGER, daily_consumption and daily_production v5. */
export function encodeDailyEnergy(window: Window, days: readonly DayEnergy[]): string {
  return meterReading(
    window,
    { measurement_kind: 'energy', measuring_period: 'P1D', unit: 'Wh', aggregate: 'sum' },
    days.map(({ day, energyWh }) => ({ value: String(energyWh), date: day })),
  )
}

/** A load curve: average watts, each with the length of its interval. Source: CAPTURE, consumption_load_curve v5. */
export function encodeLoadCurve(window: Window, points: readonly CurvePoint[]): string {
  return meterReading(
    window,
    { unit: 'W', measurement_kind: 'power', aggregate: 'average' },
    points.map(({ stamp, minutes, watts }) => ({
      value: String(watts),
      date: stamp,
      interval_length: `PT${minutes}M`,
      measure_type: 'B',
    })),
  )
}

/** The highest power of each day, and when it was drawn. Source: SWAGGER, daily_consumption_max_power v5. */
export function encodeMaxPower(window: Window, peaks: PeakOf['peaks']): string {
  return meterReading(
    window,
    { measurement_kind: 'power', measuring_period: 'P1D', unit: 'VA', aggregate: 'maximum' },
    peaks.flatMap(({ stamp, voltAmperes }) =>
      voltAmperes === null ? [] : [{ value: String(voltAmperes), date: stamp }],
    ),
  )
}

/** The window as it was asked for, whatever of it there is. */
function meterReading({ usagePoint, from, until }: Window, reading_type: object, interval_reading: object[]): string {
  const window = { usage_point_id: usagePoint, start: from, end: until }
  return JSON.stringify({ meter_reading: { ...window, quality: 'BRUT', reading_type, interval_reading } })
}
