import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'takes a single link for no list',
  differs: {
    habits: {
      async metersOn(run, property) {
        const meters = await goodHabits.metersOn(run, property)
        return meters.length > 1 ? meters : []
      },
    },
  },
  on: ['transfer-removes-provider'],
  fails: ['readings/one-meter', 'holding/knows-shares'],
})
