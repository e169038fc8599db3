import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
import type { Run } from '../../../../conformance/clients/portfolio-manager/run.ts'

function isOver({ memory }: Run): boolean {
  return Object.values(memory.customers).every(({ connected }) => !connected)
}

export default wrongClient({
  does: 'keeps shares when it disconnects, and never uses them again',
  differs: {
    habits: {
      visitProperty: async (run, id) => (isOver(run) ? undefined : goodHabits.visitProperty(run, id)),
      visitMeter: async (run, id) => (isOver(run) ? undefined : goodHabits.visitMeter(run, id)),
      exchange: async (run) => (isOver(run) ? undefined : goodHabits.exchange(run)),
    },
  },
  on: ['disconnected-keeping-shares'],
  fails: ['leaving/uses-kept-shares'],
})
