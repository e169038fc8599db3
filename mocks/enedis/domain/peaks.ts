import { chance } from '../../../src/ground/ids.ts'
import { dayNamed, type LocalDay } from '../../../src/toolbox/calendar.ts'
import type { Peak, PeakOf } from '../views/index.ts'
import type { Measured } from './calendars.ts'
import { contractOn, termsOn } from './contracts.ts'
import { stampAt } from './curve.ts'
import { publishedDays, type Days } from './daily.ts'
import { energyInSlots, parisLocalDay, slot } from './energy.ts'
import type { MeteredPoint } from './metered.ts'

const series = { direction: 'consumption', stage: 'BRUT' } as const

/**
 * The highest apparent power of each day, and of each phase where there are three, with the moment of each. Source:
 * SWAGGER, puissance_conso_max_quotidienne: VA, stamped with the moment of the peak.
 */
export function dailyPeaks(metered: MeteredPoint, days: Days, { phases }: { phases: boolean }): PeakOf[] {
  const measured = publishedDays(metered, series, days).map((number): Measured => {
    const day = parisLocalDay(number)
    return { day, energy: energyInSlots(metered, series, day) }
  })
  const whole: PeakOf = { quantity: 'PMA', peaks: measured.map((one) => peakOfDay(metered, one)) }
  if (!phases || metered.point.supply.phases === 1) return [whole]
  const ofPhases = [1, 2, 3] as const
  return [
    whole,
    ...ofPhases.map((phase): PeakOf => ({
      quantity: `PMA${phase}`,
      peaks: measured.map((one) => peakOfPhase(metered, one, phase)),
    })),
  ]
}

/** How many days a month needs for a peak of its own. Source: SGEGUIDE, a monthly peak of fewer than 7 days has no value. */
const fewestDays = 7

/** The same by calendar months. */
export function monthlyPeaks(metered: MeteredPoint, days: Days, asked: { phases: boolean }): PeakOf[] {
  return dailyPeaks(metered, days, asked).map(({ quantity, peaks }) => ({ quantity, peaks: byMonth(peaks as Peak[]) }))
}

function byMonth(peaks: readonly Peak[]): PeakOf['peaks'] {
  const months = new Map<string, Peak[]>()
  for (const peak of peaks) {
    const month = peak.stamp.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), peak])
  }
  return [...months].map(([month, ofMonth]) => {
    if (ofMonth.length < fewestDays) return { stamp: `${month}-01 00:00:00`, voltAmperes: null }
    return ofMonth.reduce((highest, one) => (one.voltAmperes > highest.voltAmperes ? one : highest))
  })
}

function peakOfDay(metered: MeteredPoint, { day, energy }: Measured): Peak {
  const at = highestAt(energy, (_, wh) => wh)
  const watts = wattsAt(energy, at)
  const date = dayNamed(day.number)
  const contract = contractOn(metered.point, 'consumption', date)
  const subscribed = (contract && termsOn(contract, date).subscribedPowerKva) ?? Infinity
  // For less than a minute more is drawn than on average; the breaker of the meter does not let much of it through.
  const drawn = Math.ceil(watts * (1.02 + 0.3 * drawnOf(metered, day, 'peak')))
  return { stamp: momentIn(metered, day, at, 'peak'), voltAmperes: Math.max(watts, Math.min(drawn, subscribed * 1000)) }
}

function peakOfPhase(metered: MeteredPoint, { day, energy }: Measured, phase: 1 | 2 | 3): Peak {
  const about = `phase ${phase}`
  const shareAt = (at: number) => 0.2 + 0.3 * drawnOf(metered, day, `${about} ${Math.floor((at * slot) / 3600)}`)
  const shares = Float64Array.from({ length: 25 }, (_, hour) => shareAt((hour * 3600) / slot))
  const weigh = (at: number, wh: number) => wh * (shares[Math.floor((at * slot) / 3600)] as number)
  const at = highestAt(energy, weigh)
  return { stamp: momentIn(metered, day, at, about), voltAmperes: Math.round(weigh(at, wattsAt(energy, at))) }
}

function highestAt(energy: Float64Array, weigh: (at: number, wh: number) => number): number {
  let [highest, found] = [-1, 0]
  for (let at = 0; at < energy.length; at++) {
    const weight = weigh(at, energy[at] as number)
    if (weight > highest) [highest, found] = [weight, at]
  }
  return found
}

const wattsAt = (energy: Float64Array, at: number) => (energy[at] as number) * (3600 / slot)

function momentIn(metered: MeteredPoint, day: LocalDay, at: number, about: string): string {
  return stampAt(day.startsAt + at * slot + Math.floor(slot * drawnOf(metered, day, `${about} moment`)))
}

function drawnOf({ seed, point }: MeteredPoint, { number }: LocalDay, about: string): number {
  return chance(seed, point.id, number, about)
}
