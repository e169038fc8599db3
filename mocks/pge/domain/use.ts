import type { LocalDay } from '../../../src/toolbox/calendar.ts'
import { dailyUse, useInQuarters, type DayCurve } from '../../../src/toolbox/load-curve.ts'
import type { Flow, SeenAgreement, SeenMeter } from '../views.ts'

/** What a meter measured, by the interval, before anyone estimated, lost or corrected any of it. */
export type Measured = (day: LocalDay, flow: Flow, seconds: number) => Float64Array

/** The smallest unit a reading can tell: a thousandth of a watt-hour, and 10⁻⁸ therms. */
const perKilowattHour = 1e6
const perTherm = 1e8

/** Computed from the world's seed and never stored: the same instant has the same value whoever asks. */
export function measured(
  meter: SeenMeter,
  { commodity, customerClass }: Pick<SeenAgreement, 'commodity' | 'customerClass'>,
  { seed }: { seed: string },
): Measured {
  const unit = commodity === 'gas' ? perTherm : perKilowattHour
  const annualUse = Math.round(meter.annualUse * unit)
  const use: DayCurve = { seed, about: meter.id, annualUse, ...habitsOf(commodity, customerClass) }
  const used = dailyUse(use)
  if (meter.metering.kind !== 'electric') return (day) => Float64Array.of(used(day))
  const usedAt = (day: LocalDay) => useInQuarters(use, day, used(day))
  if (meter.metering.flows === 'delivered' || meter.annualProduction === 0)
    return (day, flow, seconds) => inIntervals(flow === 19 ? usedAt(day).fill(0) : usedAt(day), seconds)
  const sun: DayCurve = { ...use, ...sunshine, about: `${meter.id} sun`, annualUse: produced(meter) }
  const made = dailyUse(sun)
  return (day, flow, seconds) => {
    const net = usedAt(day)
    const production = useInQuarters(sun, day, made(day))
    for (let at = 0; at < net.length; at++) {
      net[at] = inDirection((net[at] as number) - (production[at] as number), flow)
    }
    return inIntervals(net, seconds)
  }
}

const sunshine = { season: 'summer', shape: 'sun' } as const
const produced = ({ annualProduction }: SeenMeter) => Math.round(annualProduction * perKilowattHour)

function habitsOf(
  commodity: SeenAgreement['commodity'],
  customerClass: SeenAgreement['customerClass'],
): Pick<DayCurve, 'season' | 'shape'> {
  if (commodity === 'gas') return { season: 'winter', shape: 'home' }
  if (customerClass === 'AGR') return { season: 'summer', shape: 'flat' }
  return { season: 'both', shape: customerClass === 'RES' ? 'home' : 'work' }
}

/** What is used beyond what is produced comes from the grid; what is produced beyond what is used goes there. */
function inDirection(net: number, flow: Flow): number {
  if (flow === 4) return net
  return Math.max(0, flow === 1 ? net : -net)
}

/** Quarters of an hour, or hours made of them. */
function inIntervals(quarters: Float64Array, seconds: number): Float64Array {
  const each = seconds / 900
  if (each === 1) return quarters
  const intervals = new Float64Array(quarters.length / each)
  for (let at = 0; at < quarters.length; at++) {
    const to = Math.floor(at / each)
    intervals[to] = (intervals[to] as number) + (quarters[at] as number)
  }
  return intervals
}
