import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { alsoAsk } from '../sge.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'asks for measures of whoever it hears of',
  differs: {
    habits: {
      async history(run) {
        await goodHabits.history(run)
        await alsoAsk(run, run.habits.pointTold(run))
      },
    },
  },
  on: ['agreement-missing'],
  fails: ['agreement/never-without'],
})
