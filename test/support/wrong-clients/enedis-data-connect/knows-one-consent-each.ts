import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { keptBeside } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

const lost = keptBeside(() => new Set<string>())

export default wrongDataConnect({
  does: 'takes a second consent of a customer for the first',
  differs: {
    habits: {
      end(run, usagePoint, because) {
        lost(run).add(usagePoint)
        goodHabits.end(run, usagePoint, because)
      },
      mayUse: (run, usagePoint) => !lost(run).has(usagePoint) && goodHabits.mayUse(run, usagePoint),
    },
  },
  on: ['consent-expired'],
  fails: ['life/given-again'],
  also: { 'it asks for nothing after the second consent': ['services/exchanges-first'] },
})
