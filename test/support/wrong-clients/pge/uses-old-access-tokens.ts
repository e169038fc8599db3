import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoCall, keptBeside } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

const older = keptBeside(() => new Map<string, string>())

export default wrongThirdParty({
  does: 'uses the access token of before first',
  differs: {
    habits: {
      keepTokens(run, authorization, granted) {
        older(run).set(authorization, run.memory.tokens[authorization]?.accessToken ?? '')
        goodHabits.keepTokens(run, authorization, granted)
      },
      async usagePointsOf(run, id) {
        await run.habits.accessToken(run, id)
        const before = older(run).get(id)
        if (before) await alsoCall(run, before, run.habits.resource(run, 'Subscription', id, 'UsagePoint'))
        return goodHabits.usagePointsOf(run, id)
      },
    },
  },
  on: ['authorized'],
  fails: ['refreshing/drops-old-access-token'],
})
