import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'throws half files away, and tells nobody',
  differs: {
    habits: {
      decide(run, decision) {
        if (!/damaged/.test(decision.decision)) goodHabits.decide(run, decision)
      },
    },
  },
  on: ['file-truncated'],
  fails: ['files/damaged-told'],
})
