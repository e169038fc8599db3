import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'reads the first page of pending meter shares',
  differs: {
    habits: {
      pendingAll: async (run, list) =>
        list === 'meters' ? [await run.habits.pendingPage(run, list, 1)] : goodHabits.pendingAll(run, list),
    },
  },
  on: ['many-pending'],
  fails: ['paging/pending-meters'],
  also: { 'what it did not see goes on waiting': ['holding/pending-is-not-held'] },
})
