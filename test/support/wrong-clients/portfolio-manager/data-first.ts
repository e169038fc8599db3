import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'works with data before it looks at what is new',
  differs: {
    habits: {
      async takeNotices(run) {
        await run.habits.takeStock(run)
        await goodHabits.takeNotices(run)
      },
    },
  },
  on: ['new-meter'],
  fails: ['session/asks-first'],
})
