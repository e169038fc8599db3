import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoCall } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks for agreements that were taken out',
  differs: {
    habits: {
      async readUsage(run, id) {
        await goodHabits.readUsage(run, id)
        for (const [usagePoint, { authorization, held }] of Object.entries(run.memory.agreements)) {
          if (authorization !== id || held) continue
          const address = run.habits.resource(run, 'Batch', 'Subscription', id, 'UsagePoint', usagePoint)
          const window = run.habits.windowQuery('published', run.habits.firstDays(run))
          await alsoCall(run, await run.habits.accessToken(run, id), `${address}?${window}`)
        }
      },
    },
  },
  on: ['agreement-removed'],
  fails: ['agreements/removed-agreement'],
})
