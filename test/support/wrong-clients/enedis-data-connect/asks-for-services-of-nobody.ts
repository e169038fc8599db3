import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { alsoAskForServices } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'asks for subscribed services without saying whose',
  differs: {
    habits: {
      async findServices(run, usagePoint) {
        await alsoAskForServices(run, { comptage: 'non' })
        await goodHabits.findServices(run, usagePoint)
      },
    },
  },
  on: ['consented'],
  fails: ['services/well-formed'],
})
