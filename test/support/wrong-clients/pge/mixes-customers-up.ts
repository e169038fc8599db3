import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoCall } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'lists usage points of one customer with the token of another first',
  differs: {
    habits: {
      async usagePointsOf(run, id) {
        const other = Object.keys(run.memory.tokens).find((one) => one !== id)
        if (other !== undefined)
          await alsoCall(
            run,
            await run.habits.accessToken(run, other),
            run.habits.resource(run, 'Subscription', id, 'UsagePoint'),
          )
        return goodHabits.usagePointsOf(run, id)
      },
    },
  },
  on: ['cancelled'],
  fails: ['tokens/own-authorization'],
})
