import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'puts files aside that it cannot open, and tells nobody',
  differs: {
    habits: {
      decide(run, decision) {
        if (!/not decrypted/.test(decision.decision)) goodHabits.decide(run, decision)
      },
    },
  },
  on: ['wrong-key-once'],
  fails: ['files/not-decrypted-told'],
})
