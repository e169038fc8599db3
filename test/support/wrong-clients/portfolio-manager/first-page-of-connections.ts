import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'reads the first page of pending connections',
  differs: {
    habits: {
      pendingAll: async (run, list) =>
        list === 'connections' ? [await run.habits.pendingPage(run, list, 1)] : goodHabits.pendingAll(run, list),
    },
  },
  on: ['many-pending'],
  fails: ['paging/pending-connections'],
})
