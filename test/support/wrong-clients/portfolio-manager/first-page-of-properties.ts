import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'reads the first page of pending property shares',
  differs: {
    habits: {
      pendingAll: async (run, list) =>
        list === 'properties' ? [await run.habits.pendingPage(run, list, 1)] : goodHabits.pendingAll(run, list),
    },
  },
  on: ['many-pending'],
  fails: ['paging/pending-properties'],
  also: {
    'what it did not see comes along with its meter, or goes on waiting': [
      'holding/meter-implies-property',
      'holding/pending-is-not-held',
    ],
  },
})
