import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { alsoAsk } from '../sge.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'asks for production of whoever consumes',
  differs: {
    habits: {
      async sync(run) {
        await goodHabits.sync(run)
        const [usagePoint = ''] = run.habits.agreedPoints(run)
        await alsoAsk(run, usagePoint, { sens: 'INJECTION' })
      },
    },
  },
  on: ['agreed'],
  fails: ['requests/direction'],
  also: { 'what it does besides is refused, and it takes that well': ['orders/refusal-once'] },
})
