import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'books a share as soon as it hears of it',
  differs: {
    habits: {
      async rejectMeters(run) {
        for (const share of await run.habits.pendingProperties(run))
          run.memory.properties[share.propertyId] = run.habits.holdingOf(share)
        await goodHabits.rejectMeters(run)
      },
    },
  },
  on: ['forward-meters-turned-down'],
  fails: ['holding/pending-is-not-held'],
})
