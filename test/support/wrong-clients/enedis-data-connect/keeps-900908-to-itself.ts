import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'tells nobody that its application may not use an API',
  differs: {
    habits: {
      decide(run, decision) {
        if (decision.decision !== 'API not subscribed') goodHabits.decide(run, decision)
      },
    },
  },
  on: ['api-not-subscribed'],
  fails: ['gateway/unsubscribed-told'],
})
