import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'uploads readings of months that are not over',
  differs: {
    habits: {
      async readingsOf(run, meter) {
        const thisMonth = { startDate: '2026-03-01', endDate: '2026-03-31', usage: '1000' }
        return [...(await goodHabits.readingsOf(run, meter)), thisMonth]
      },
    },
  },
  on: ['new-meter'],
  fails: ['readings/not-in-future'],
})
