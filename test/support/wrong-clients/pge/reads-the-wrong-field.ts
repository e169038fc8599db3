import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoCall } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'sends the token it found under a name that is not there',
  differs: {
    habits: {
      async usagePointsOf(run, id) {
        await alsoCall(run, undefined, run.habits.resource(run, 'Subscription', id, 'UsagePoint'))
        return goodHabits.usagePointsOf(run, id)
      },
    },
  },
  on: ['authorized'],
  fails: ['tokens/real-tokens'],
})
