import { dayNamed } from '../../../../src/toolbox/calendar.ts'
import type { FlowSettings } from '../../dialect/flows.ts'
import { Impossible } from '../../errors/index.ts'
import { r4Quantities, type Interval, type R4Curve, type R4Quantity } from '../../views/flows.ts'
import { curveDays, isHome, stepOn } from '../collection.ts'
import { intervalsOfDay } from '../curve.ts'
import type { Days } from '../daily.ts'
import { parisLocalDay, slot, type Series } from '../energy.ts'
import { isLive, type MeteredPoint } from '../metered.ts'
import type { Counting } from '../reactive.ts'
import { millivoltsIn } from '../voltage.ts'
import { averagedInPairs, carried } from './carry.ts'

/** From which curve on R4x is told in 5 minutes. Source: INF. */
const finerSince = '2026-06-01'

type R4Settings = Pick<FlowSettings, 'r4Step' | 'r4Rounding'>
type Stretch = { granularity: 5 | 10; days: number[] }

/**
 * The curves of a direction in R4Q, R4H and R4M: of C1 to C4 alone, from 00:00 of the first day, each in whole units.
 * Where the step changes or days are missing between, another curve begins. Source: FLOWGUIDE, R4x.
 */
export function r4Curves(metered: MeteredPoint, series: Series, days: Days, settings: R4Settings): R4Curve[] {
  if (isHome(metered.point)) throw new Impossible(`R4x has no curves of C5 and P4, as ${metered.point.id} is: use R50.`)
  const stretches = stretchesOf(collectedDays(metered, series, days), settings)
  return r4Quantities.flatMap((quantity) =>
    stretches.map((stretch) => curveOf(metered, series, { ...stretch, quantity, rounding: settings.r4Rounding })),
  )
}

function collectedDays(metered: MeteredPoint, { direction }: Series, { from, until }: Days): number[] {
  const collected = curveDays(metered.point, direction, { memory: false })
  const days: number[] = []
  for (let day = from; day < Math.min(until, metered.publishedUntil); day++) {
    if (stepOn(collected, day) !== undefined && isLive(metered, direction, day)) days.push(day)
  }
  return days
}

function stretchesOf(days: readonly number[], { r4Step }: R4Settings): Stretch[] {
  const stretches: Stretch[] = []
  for (const day of days) {
    const finer = r4Step === 'byDate' ? dayNamed(day) >= finerSince : r4Step === '5'
    const granularity = finer ? 5 : 10
    const last = stretches.at(-1)
    if (last?.granularity === granularity && last.days.at(-1) === day - 1) last.days.push(day)
    else stretches.push({ granularity, days: [day] })
  }
  return stretches
}

type Curve = Stretch & { quantity: R4Quantity; rounding: FlowSettings['r4Rounding'] }

function curveOf(metered: MeteredPoint, { direction, stage }: Series, curve: Curve): R4Curve {
  const { quantity, granularity, days } = curve
  const [first, last] = [days[0] as number, days.at(-1) as number]
  return {
    quantity,
    direction,
    granularity,
    from: parisLocalDay(first).startsAt,
    until: parisLocalDay(last + 1).startsAt,
    points: days.flatMap((day) => pointsOfDay(metered, { direction, stage }, { ...curve, day })),
  }
}

function pointsOfDay(
  metered: MeteredPoint,
  series: Series,
  { quantity, granularity, rounding, day }: Curve & { day: number },
): R4Curve['points'] {
  const counting = countings[quantity]
  const fives = intervalsOfDay(metered, series, { day: parisLocalDay(day), minutes: 5, counting })
  const thousandths = fives.map((five, at) => (quantity === 'E' ? millivolts(metered, day, { five, at }) : power(five)))
  const each = granularity / 5
  const values = carried(each === 2 ? averagedInPairs(thousandths) : thousandths, rounding)
  return values.map((value, at) => {
    const parts = fives.slice(at * each, (at + 1) * each)
    const isCorrected = parts.some(({ nature }) => nature === 'C')
    return { startsAt: parts[0]?.startsAt as number, value, status: isCorrected ? 'C' : 'R' }
  })
}

const countings = { EA: 'active', ERI: 'inductive', ERC: 'capacitive', E: 'active' } as const satisfies Record<
  R4Quantity,
  Counting
>

/** Watts or vars: thousandths of the units that R4x tells. */
const power = ({ energyWh }: Interval) => (energyWh === null ? null : energyWh * (3600 / slot))

function millivolts(metered: MeteredPoint, day: number, { five, at }: { five: Interval; at: number }): number | null {
  return five.energyWh === null ? null : millivoltsIn(metered, { day, at })
}
