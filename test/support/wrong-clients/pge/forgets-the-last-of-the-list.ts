import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { keptBeside } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

const left = keptBeside(() => new Set<string>())

export default wrongThirdParty({
  does: 'never comes back to those for whom the allowance did not last',
  differs: {
    habits: {
      async bringUpToDate(run) {
        try {
          await goodHabits.bringUpToDate(run)
        } catch (error) {
          for (const [id, { syncedAt }] of Object.entries(run.memory.authorizations))
            if (syncedAt === null) left(run).add(id)
          throw error
        }
      },
      mayUse: (run, id) => goodHabits.mayUse(run, id) && !left(run).has(id),
    },
  },
  on: ['allowance-spent'],
  fails: ['limits/serves-all-in-time', 'limits/comes-back'],
})
