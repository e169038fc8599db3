import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'tells nobody that Enedis does not know its user',
  differs: {
    habits: {
      decide(run, decision) {
        if (!/SGT504/.test(decision.decision)) goodHabits.decide(run, decision)
      },
    },
  },
  on: ['user-not-known-yet'],
  fails: ['trouble/about-the-caller-told'],
})
