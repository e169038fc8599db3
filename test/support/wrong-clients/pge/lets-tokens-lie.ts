import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'visits customers once in thirteen months',
  differs: {
    habits: {
      mayUse(run, id) {
        const { syncedAt = null } = run.memory.authorizations[id] ?? {}
        const days = syncedAt === null ? 0 : (Date.parse(run.setting.now) - Date.parse(syncedAt)) / 86_400_000
        return goodHabits.mayUse(run, id) && (days < 1 || days > 400)
      },
    },
  },
  on: ['refresh-token-rotated'],
  fails: ['refreshing/refreshes-within-a-year'],
  also: {
    'it asks for nothing any more': ['readings/no-data'],
  },
})
