import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { keptBeside } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

const lost = keptBeside(() => new Set<string>())

export default wrongDataConnect({
  does: 'asks no more when it is told that a customer is not the owner',
  differs: {
    habits: {
      async goesOn(run, about, refusal) {
        if (refusal.means === 'not the holder') lost(run).add(about.usagePoint)
        return goodHabits.goesOn(run, about, refusal)
      },
      mayUse: (run, usagePoint) => !lost(run).has(usagePoint) && goodHabits.mayUse(run, usagePoint),
    },
  },
  on: ['not-owner-for-weeks'],
  fails: ['life/not-owner'],
  also: { 'it asks for nothing any more': ['token/kept'] },
})
