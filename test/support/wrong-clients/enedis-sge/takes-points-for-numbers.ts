import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { alsoAsk } from '../sge.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'takes usage points for numbers',
  differs: {
    habits: {
      async sync(run) {
        await goodHabits.sync(run)
        const [usagePoint = ''] = run.habits.agreedPoints(run)
        await alsoAsk(run, String(Number(usagePoint)))
      },
    },
  },
  on: ['leading-zero'],
  fails: ['requests/leading-zeros'],
  also: {
    'what it does besides is refused, and it takes that well': ['orders/refusal-once', 'trouble/refusal-of-one'],
  },
})
