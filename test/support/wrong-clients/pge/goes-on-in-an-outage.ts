import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoCall } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks on once it knows of an outage',
  differs: {
    habits: {
      async isUp(run) {
        const isUp = await goodHabits.isUp(run)
        const [id = ''] = Object.keys(run.memory.authorizations)
        const [usagePoint = ''] = Object.keys(run.memory.agreements)
        const address = run.habits.resource(run, 'Batch', 'Subscription', id, 'UsagePoint', usagePoint)
        if (!isUp) await alsoCall(run, await run.habits.accessToken(run, id), address)
        return isUp
      },
    },
  },
  on: ['outage'],
  fails: ['trouble/stops-in-outage'],
})
