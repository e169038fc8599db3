import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'turns down a connection, and then each share that fell with it',
  differs: {
    habits: {
      async rejectConnections(run) {
        const fallen = await run.habits.pendingProperties(run)
        await goodHabits.rejectConnections(run)
        for (const { propertyId } of fallen)
          await run.habits.answer(run, { kind: 'property', id: propertyId, action: 'Reject' })
      },
    },
  },
  on: ['forward-turned-down'],
  fails: ['rejection/answers-no-share'],
})
