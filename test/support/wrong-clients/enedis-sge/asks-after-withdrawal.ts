import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { alsoAsk } from '../sge.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'goes on asking for customers who have left',
  differs: {
    habits: {
      async sync(run) {
        await goodHabits.sync(run)
        for (const [usagePoint, { status }] of Object.entries(run.memory.agreements))
          if (status === 'ended') await alsoAsk(run, usagePoint)
      },
    },
  },
  on: ['agreement-withdrawn'],
  fails: ['agreement/not-after-withdrawal'],
})
