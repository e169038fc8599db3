import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'fetches what a notice names before it answers',
  differs: {
    habits: {
      async takeNotice(run, body) {
        const status = await goodHabits.takeNotice(run, body)
        await run.habits.dealWithNotices(run)
        return status
      },
    },
  },
  on: ['batch-announced'],
  fails: ['notices/answers-first'],
})
