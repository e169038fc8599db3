import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'keeps the tokens of authorizations that have ended, and uses them',
  differs: {
    habits: {
      end(run, id, because) {
        const tokens = run.memory.tokens[id]
        goodHabits.end(run, id, because)
        if (tokens) run.memory.tokens[id] = tokens
      },
      mayUse: (run, id) => run.habits.isRefreshable(run, id),
    },
  },
  on: ['cancelled', 'end-date-reached', 'reauthorized', 'account-unlinked', 'moved', 'given-back'],
  fails: ['life/cancelled', 'life/end-date', 'life/replaced', 'life/unlinked', 'life/moved', 'life/given-back'],
  also: {
    'it refreshes in vain': ['refreshing/stores-rotated', 'refreshing/leaves-dead-refresh-token'],
  },
})
