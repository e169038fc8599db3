import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'asks for page after page beyond the last',
  differs: {
    habits: {
      async pendingAll(run, list) {
        const pages = await goodHabits.pendingAll(run, list)
        for (let more = 1; more <= 4; more++) await run.habits.pendingPage(run, list, pages.length + more)
        return pages
      },
    },
  },
  on: ['many-pending', 'direct-share'],
  fails: ['paging/stops'],
})
