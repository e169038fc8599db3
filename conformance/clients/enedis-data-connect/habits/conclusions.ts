import { directions, type Decision, type Point } from '../memory.ts'
import type { Run } from '../run.ts'

/** What the client says at the end of a run, for those who compare it with the truth. */
export const conclusions = {
  conclude(run: Run): Record<string, unknown> {
    const { memory, habits } = run
    const words = {
      consents: habits.consentsKnown(run),
      usagePoints: habits.usagePointsKnown(run),
      days: habits.daysHeld(run),
      peaks: habits.peaksHeld(run),
      contracts: habits.contractsKnown(run),
      decisions: memory.decisions,
    }
    memory.decisions = []
    run.save()
    return words
  },

  /** Something a person should know, once in a run. */
  decide({ memory }: Run, decision: Decision): void {
    const isSaid = memory.decisions.some(
      (one) => one.decision === decision.decision && one.usagePoint === decision.usagePoint,
    )
    if (!isSaid) memory.decisions.push(decision)
  },

  consentsKnown({ memory }: Run): object[] {
    const because = 'Enedis has not told its usage point yet.'
    const waiting = memory.waiting.map(({ autorisation }) => {
      return { autorisation, usagePoint: null, status: 'none', because }
    })
    const known = Object.entries(memory.consents).map(([usagePoint, { autorisation, status, because: ended }]) => ({
      ...(autorisation !== null && { autorisation }),
      usagePoint,
      status,
      ...(ended !== undefined && { because: ended }),
    }))
    return [...known, ...waiting]
  },

  usagePointsKnown({ memory }: Run): object[] {
    const isKnown = ({ flows }: Point) => directions.some((direction) => flows[direction].measured !== null)
    const known = Object.entries(memory.points).filter(([, point]) => isKnown(point))
    return known.map(([usagePoint, { flows }]) => {
      const services = memory.consents[usagePoint]?.services
      const measured = directions.map((direction) => [direction, flows[direction].measured === true] as const)
      return { usagePoint, ...Object.fromEntries(measured), ...(services && { services }) }
    })
  },

  /** A day is told by its own reading, and by its curve where there is one. */
  daysHeld({ memory }: Run): object[] {
    return Object.entries(memory.points).flatMap(([usagePoint, { flows }]) =>
      directions.flatMap((direction) => {
        const { daily, curve } = flows[direction].series
        const told = Object.entries(daily.days).map(([day, { amount }]) => {
          return { usagePoint, day, direction, wh: amount, from: 'daily' }
        })
        const summed = Object.entries(curve.days).map(([day, { amount, points }]) => {
          return { usagePoint, day, direction, wh: rounded(amount), points, from: 'curve' }
        })
        return [...told, ...summed]
      }),
    )
  },

  peaksHeld({ memory }: Run): object[] {
    return Object.entries(memory.points).flatMap(([usagePoint, { flows }]) =>
      Object.entries(flows.consumption.series.peaks.days).map(([day, { amount }]) => ({ usagePoint, day, va: amount })),
    )
  },

  contractsKnown({ memory }: Run): object[] {
    return Object.entries(memory.points).flatMap(([usagePoint, { contracts }]) =>
      contracts.map((contract) => ({ usagePoint, ...contract })),
    )
  },
}

/** Sums of fractions leave dust behind. */
function rounded(wh: number): number {
  return Math.round(wh * 1e6) / 1e6
}
