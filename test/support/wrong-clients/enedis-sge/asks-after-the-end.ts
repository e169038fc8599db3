import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { dayOf } from '../../../../conformance/clients/paris.ts'
import { alsoAsk } from '../sge.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'does not look when agreements end',
  differs: {
    habits: {
      async sync(run) {
        await goodHabits.sync(run)
        for (const [usagePoint, { until }] of Object.entries(run.memory.agreements))
          if (until !== null && until < dayOf(run.setting.now)) await alsoAsk(run, usagePoint)
      },
    },
  },
  on: ['agreement-ended'],
  fails: ['agreement/not-after-its-end'],
})
