import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { alsoAsk } from '../sge.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'leaves out which measures it asks for',
  differs: {
    habits: {
      async sync(run) {
        await goodHabits.sync(run)
        const [usagePoint = ''] = run.habits.agreedPoints(run)
        await alsoAsk(run, usagePoint, { mesuresTypeCode: undefined })
      },
    },
  },
  on: ['agreed'],
  fails: ['requests/well-formed'],
  also: { 'what it does besides is refused, and it takes that well': ['orders/refusal-once'] },
})
