import { dayOf } from '../../paris.ts'
import { directions, sources, type Decision, type Flow } from '../memory.ts'
import type { Run } from '../run.ts'

/** What the client says at the end of a run, for those who compare it with the truth. */
export const conclusions = {
  conclude(run: Run): Record<string, unknown> {
    const { memory, habits } = run
    const words = {
      ...(memory.outcomes.length > 0 && { outcomes: memory.outcomes }),
      services: habits.servicesKnown(run),
      days: habits.daysHeld(run),
      points: habits.pointsHeld(run),
      peaks: habits.peaksHeld(run),
      reactive: habits.reactiveHeld(run),
      files: Object.entries(memory.files).map(([name, { mark: _, ...file }]) => ({ name, ...file })),
      decisions: memory.decisions,
    }
    memory.decisions = []
    run.save()
    return words
  },

  /** Something a person should know, once in a run. That a breaker tripped is none of it: no reply or file says so. */
  decide({ memory }: Pick<Run, 'memory'>, decision: Decision): void {
    const isSaid = memory.decisions.some(
      (one) =>
        one.decision === decision.decision &&
        one.usagePoint === decision.usagePoint &&
        one.because === decision.because,
    )
    if (!isSaid) memory.decisions.push(decision)
  },

  /** A service ends with its last day. */
  servicesKnown({ memory, setting }: Run): object[] {
    const today = dayOf(setting.now)
    return Object.entries(memory.services).map(([service, { usagePoint, state, of, until }]) => {
      const isOver = until !== null && until < today
      return { usagePoint, service, state: isOver ? 'ended' : state, of }
    })
  },

  /** A day is told by each of its sources. */
  daysHeld(run: Run): object[] {
    return run.habits.eachFlow(run, ({ days }, about) =>
      sources.flatMap((from) =>
        Object.entries(days[from] ?? {}).map(([day, { amount, points, minutes }]) => {
          const counted = minutes > 0 ? { points } : {}
          return { ...about, day, wh: rounded(amount), ...counted, from }
        }),
      ),
    )
  },

  /** The points of the last day of each curve. */
  pointsHeld(run: Run): object[] {
    return run.habits.eachFlow(run, ({ last }, about) => (last?.points ?? []).map((point) => ({ ...about, ...point })))
  },

  peaksHeld({ memory }: Run): object[] {
    return Object.entries(memory.points).flatMap(([usagePoint, { peaks }]) =>
      Object.entries(peaks).map(([day, va]) => ({ usagePoint, day, va })),
    )
  },

  reactiveHeld(run: Run): object[] {
    return run.habits.eachFlow(run, ({ reactive }, about) =>
      sources.flatMap((from) =>
        Object.entries(reactive[from] ?? {}).map(([day, { amount }]) => ({
          ...about,
          day,
          varh: rounded(amount),
          from,
        })),
      ),
    )
  },

  eachFlow({ memory }: Run, tell: (flow: Flow, about: object) => object[]): object[] {
    return Object.entries(memory.points).flatMap(([usagePoint, { flows }]) =>
      directions.flatMap((direction) => tell(flows[direction], { usagePoint, direction })),
    )
  },
}

/** Sums of halves and sixths, without what binary arithmetic adds. */
function rounded(amount: number): number {
  return Math.round(amount * 1000) / 1000
}
