import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'

/** Olive, the owner nobody has met. */
const strangerId = '200102'

export default wrongClient({
  does: 'takes for connected only whose requests it answered itself',
  differs: {
    habits: {
      connectionsHeld: (run) =>
        goodHabits.connectionsHeld(run).filter((one) => (one as { account: string }).account !== strangerId),
    },
  },
  on: ['forward-property-accepted', 'forward-meter-accepted'],
  fails: ['connection/accepted-unseen'],
})
