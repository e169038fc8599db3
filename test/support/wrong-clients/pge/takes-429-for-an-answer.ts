import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { Throttled } from '../../../../conformance/clients/pge/trouble.ts'
import { keptBeside } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

const refused = keptBeside(() => new Set<string>())

export default wrongThirdParty({
  does: 'does not come back in the next run to whom the allowance did not last for',
  differs: {
    habits: {
      async usagePointsOf(run, id) {
        if (refused(run).delete(id)) return []
        try {
          return await goodHabits.usagePointsOf(run, id)
        } catch (error) {
          if (error instanceof Throttled) refused(run).add(id)
          throw error
        }
      },
    },
  },
  on: ['allowance-spent'],
  fails: ['limits/comes-back'],
})
