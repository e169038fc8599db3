import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'sends no browser to the test page',
  differs: {
    habits: {
      async authorize(run) {
        if (!run.habits.isInTests(run)) await goodHabits.authorize(run)
      },
    },
  },
  on: ['registration-tests'],
  fails: ['registration/oauth-test'],
})
