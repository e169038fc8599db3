import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { cases } from '../../../../conformance/homologation/enedis-sge/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'makes each case twice, to be sure',
  differs: {
    habits: {
      mayOrder: () => undefined,
      outcomeOf: async (id, call) => {
        await goodHabits.outcomeOf(id, call)
        return goodHabits.outcomeOf(id, call)
      },
    },
  },
  on: ['homologation-22-1', 'homologation-26-1'],
  fails: [...cases.map(({ id }) => `case/${id}`), 'orders/refusal-once'],
})
