import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import type { Run } from '../../../../conformance/clients/pge/index.ts'
import { keptBeside } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

const late = keptBeside((): ((run: Run) => Promise<boolean>)[] => [])

export default wrongThirdParty({
  does: 'exchanges codes in the next run of another day',
  differs: {
    habits: {
      async exchange(run, params, sent) {
        const day = run.setting.now.slice(0, 10)
        late(run).push(async (later) => {
          if (later.setting.now.startsWith(day)) return false
          await goodHabits.exchange(later, params, sent).catch(() => undefined)
          return true
        })
      },
      async sync(run) {
        const waiting = late(run).splice(0)
        for (const one of waiting) if (!(await one(run))) late(run).push(one)
        await goodHabits.sync(run)
      },
    },
  },
  on: ['history-length-changed'],
  fails: ['oauth/exchanges-code-in-time'],
  also: {
    'it never comes to it': ['oauth/exchanges-code-once', 'oauth/repeats-redirect-uri'],
  },
})
