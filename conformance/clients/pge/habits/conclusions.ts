import { dayOf, hoursOf } from '../pacific.ts'
import type { Agreement, Series } from '../memory.ts'
import type { Run } from '../run.ts'

/** What the client says at the end of a run, for those who compare it with the truth. */
export const conclusions = {
  conclude(run: Run): Record<string, unknown> {
    const { memory, habits } = run
    const words = {
      authorizations: habits.authorizationsKnown(run),
      agreements: habits.agreementsHeld(run),
      days: habits.daysHeld(run),
      bills: habits.billsHeld(run),
      customers: Object.values(memory.customers).map(({ meters: _, ...customer }) => customer),
      programs: memory.programs,
      decisions: memory.decisions,
    }
    memory.decisions = []
    run.save()
    return words
  },

  authorizationsKnown({ memory }: Run): object[] {
    return Object.entries(memory.authorizations).map(([authorization, { status, endsAt, because }]) => {
      const isOver = status === 'ended' || !memory.isKnown
      if (!isOver) return { authorization, status, endsAt }
      return { authorization, status: 'ended', endsAt, because: because ?? 'Our registration is not in force.' }
    })
  },

  agreementsHeld({ memory }: Run): object[] {
    // Packages go on telling of agreements whose authorization has ended: their corrections are still ours to know.
    const isOpen = ({ held, authorization }: Agreement) =>
      held && (authorization === null || memory.authorizations[authorization]?.status !== 'ended')
    const held = Object.entries(memory.agreements).filter(([, agreement]) => isOpen(agreement))
    return held.map(([usagePoint, { authorization, kind }]) => {
      const meters = memory.customers[usagePoint]?.meters
      return { usagePoint, authorization, kind, ...(meters && { meters }) }
    })
  },

  daysHeld({ memory, habits }: Run): object[] {
    return Object.entries(memory.agreements).flatMap(([usagePoint, agreement]) =>
      habits.daysOf(agreement).map((day) => ({ usagePoint, ...day })),
    )
  },

  /** A day of one flow is the sum over the agreement's meters. */
  daysOf({ series }: Agreement): object[] {
    const days = new Map<string, Day>()
    for (const one of Object.values(series))
      for (const [start, { value }] of Object.entries(one.readings)) {
        const day = dayOf(Number(start) * 1000)
        const { flow, unit } = one
        const sum = days.get(`${day} ${flow}`) ?? { day, flow, unit, count: 0, hours: hoursOf(day), quantity: 0 }
        sum.count++
        sum.quantity += value
        days.set(`${day} ${flow}`, sum)
      }
    return [...days.values()].map((day) => ({ ...day, quantity: rounded(day.quantity) }))
  },

  billsHeld({ memory }: Run): object[] {
    return Object.entries(memory.agreements).flatMap(([usagePoint, { bills }]) =>
      Object.values(bills).map((bill) => ({ usagePoint, ...bill })),
    )
  },
}

type Day = Pick<Series, 'flow' | 'unit'> & { day: string; count: number; hours: number; quantity: number }

/** To the smallest part that a reading can tell: sums of fractions leave dust behind. */
function rounded(quantity: number): number {
  return Math.round(quantity * 1e8) / 1e8
}
