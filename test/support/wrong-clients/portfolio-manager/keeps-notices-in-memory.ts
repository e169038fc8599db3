import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'keeps notifications in memory until it has dealt with them',
  differs: {
    habits: {
      async takeNotices(run) {
        run.memory.notices = []
        await goodHabits.takeNotices(run)
      },
    },
  },
  on: ['run-cut-short'],
  fails: ['notices/none-forgotten'],
})
