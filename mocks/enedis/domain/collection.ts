import { dayNumber } from '../../../src/toolbox/calendar.ts'
import type { Direction } from '../model/contract.ts'
import type { CurveStep } from '../model/usage-point.ts'
import type { SeenUsagePoint } from '../views/index.ts'
import { dayAfter, daysLater } from './paris.ts'

/** Days on which there is a curve of one step, in day numbers: from the first up to, not including, the last. */
export type Stretch = { from: number; until: number; step: CurveStep; isRemembered: boolean }

/** What the meter kept for itself before anyone asked. Source: FAQ and FLOWGUIDE, steps and depths by segment. */
const memoryOfHomes = { depth: '-P5M', step: 60 } as const
const memoryOfOthers = { days: 42, daysOfBothDirections: 21, step: 10 } as const

/** When the curve of a direction is there: as collected, and where it shows, what the meter remembered from before. */
export function curveDays(point: SeenUsagePoint, direction: Direction, { memory }: { memory: boolean }): Stretch[] {
  const collected = (point.flows[direction]?.curve ?? []).map(({ from, until, step }) => ({
    from: dayNumber(from),
    until: until === null ? Infinity : dayNumber(until),
    step,
    isRemembered: false,
  }))
  const [first] = collected
  if (!memory || first === undefined) return collected
  const begins = point.flows[direction]?.curve[0]?.from as string
  return [{ ...rememberedBefore(point, begins), until: first.from, isRemembered: true }, ...collected]
}

function rememberedBefore(point: SeenUsagePoint, day: string): Pick<Stretch, 'from' | 'step'> {
  if (isHome(point)) return { from: dayNumber(dayAfter(day, memoryOfHomes.depth)), step: memoryOfHomes.step }
  const isBoth = point.flows.consumption !== null && point.flows.production !== null
  const days = isBoth ? memoryOfOthers.daysOfBothDirections : memoryOfOthers.days
  return { from: dayNumber(daysLater(day, -days)), step: memoryOfOthers.step }
}

/** C5 and P4, whose curves are stamped at the end of each interval and collected every half hour. Source: FAQ, segments. */
export function isHome({ supply }: Pick<SeenUsagePoint, 'supply'>): boolean {
  return supply.domain === 'BTINF'
}

/** The step in which a point's curve is collected once somebody asks for it. */
export function usualStep(point: Pick<SeenUsagePoint, 'supply'>): CurveStep {
  return isHome(point) ? 30 : 10
}

/** The step of a day, or nothing where the curve was not collected. */
export function stepOn(stretches: readonly Stretch[], day: number): CurveStep | undefined {
  return stretchOn(stretches, day)?.step
}

/** The stretch that a day lies in. */
export function stretchOn(stretches: readonly Stretch[], day: number): Stretch | undefined {
  return stretches.findLast(({ from, until }) => from <= day && day < until)
}
