import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoCall } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'lists usage points with its client token first',
  differs: {
    habits: {
      async usagePointsOf(run, id) {
        await alsoCall(run, run.memory.clientToken?.token, run.habits.resource(run, 'Subscription', id, 'UsagePoint'))
        return goodHabits.usagePointsOf(run, id)
      },
    },
  },
  on: ['authorized'],
  fails: ['tokens/access-class'],
})
