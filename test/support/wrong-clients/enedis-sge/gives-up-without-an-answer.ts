import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'never looks after an order whose answer was lost',
  differs: {
    habits: {
      isUnsettled: () => false,
      toCollect: (run, usagePoint) =>
        Object.keys(run.memory.sent).length > 0 ? [] : goodHabits.toCollect(run, usagePoint),
    },
  },
  on: ['answer-lost'],
  fails: ['orders/lost-answer-looked-after'],
  also: { 'it has less to be judged by': ['life/orders-once'] },
})
