import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'learns of authorizations only by notices',
  differs: {
    habits: {
      async review(run) {
        for (const id of run.memory.doubted) if (!run.habits.isOver(run, id)) await run.habits.reviewOne(run, id)
      },
      loseTokens: (run, id) => run.habits.end(run, id, 'Its tokens were refused.'),
      async reviewOne(run, id) {
        if (!run.habits.isOver(run, id)) await goodHabits.reviewOne(run, id)
      },
    },
  },
  on: ['notice-of-end-lost'],
  fails: ['life/finds-out-by-itself'],
  also: {
    'it refreshes in vain': ['refreshing/stores-rotated', 'refreshing/leaves-dead-refresh-token'],
  },
})
