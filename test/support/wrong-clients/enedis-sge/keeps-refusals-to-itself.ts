import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'tells nobody what was refused',
  differs: {
    habits: {
      decide(run, decision) {
        if (!decision.decision.startsWith('not collected')) goodHabits.decide(run, decision)
      },
    },
  },
  on: ['curve-opposed'],
  fails: ['orders/refusal-told'],
})
