import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'tries everything again when nobody knows it any more',
  differs: {
    habits: {
      async attempt(run, task) {
        for (let tries = 0; tries < 5; tries++) {
          await goodHabits.attempt(run, task)
          if (!run.memory.decisions.some(({ decision }) => /refused|not in force/.test(decision))) return
        }
      },
    },
  },
  on: ['registration-revoked'],
  fails: ['registration/stops-when-over'],
})
