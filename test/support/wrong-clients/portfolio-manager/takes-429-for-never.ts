import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'

/** Runs of the story in which it was throttled. */
const givenUp = new Set<string | undefined>()

export default wrongClient({
  does: 'never asks again for a list when it was throttled once',
  differs: {
    manners: { pauseAfterThrottling: () => undefined },
    habits: {
      async propertiesOf(run, account) {
        if (givenUp.has(run.setting.stateDir)) return []
        return goodHabits.propertiesOf(run, account).catch(() => {
          givenUp.add(run.setting.stateDir)
          return []
        })
      },
    },
  },
  on: ['rate-limited-without-a-word'],
  fails: ['limits/comes-back'],
  also: { 'it never comes back': ['limits/backs-off'] },
})
