import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'has one word for all that it does not get',
  differs: {
    habits: {
      decide: (run, decision) => goodHabits.decide(run, { ...decision, decision: 'no data' }),
    },
  },
  on: ['nothing-of-four-kinds'],
  fails: ['outcomes/told-apart'],
})
