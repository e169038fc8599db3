import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'tells nobody when a consent is over',
  differs: {
    habits: {
      decide(run, decision) {
        if (decision.decision !== 'no consent') goodHabits.decide(run, decision)
      },
    },
  },
  on: ['consent-revoked'],
  fails: ['life/tells-a-person'],
})
