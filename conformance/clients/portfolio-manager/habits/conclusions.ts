import { propertiesHeld } from '../memory.ts'
import type { Run } from '../run.ts'

/** What the client says at the end of a run, for those who compare it with the truth. */
export const conclusions = {
  conclude(run: Run): Record<string, unknown> {
    const { memory, habits, findings } = run
    const words = {
      connections: habits.connectionsHeld(run),
      shares: habits.sharesHeld(run),
      readings: Object.entries(findings.readings).map(([meter, count]) => ({ meter, count })),
      metrics: findings.metrics,
      decisions: memory.decisions,
      notifications: memory.dealtWith,
    }
    memory.decisions = []
    memory.dealtWith = []
    run.save()
    return words
  },

  connectionsHeld({ memory }: Run): object[] {
    const connected = Object.entries(memory.customers).filter(([, { connected }]) => connected)
    return connected.map(([account, { customFields }]) => ({ account, customFields }))
  },

  sharesHeld({ memory }: Run): object[] {
    const properties = propertiesHeld(memory).map(([property, { held: _, ...share }]) => ({ property, ...share }))
    const meters = Object.entries(memory.meters).filter(([, { held }]) => held)
    return [...properties, ...meters.map(([meter, { held: _, ...share }]) => ({ meter, ...share }))]
  },
}
