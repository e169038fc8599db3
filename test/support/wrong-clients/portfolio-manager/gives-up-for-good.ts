import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
import { goodManners } from '../../../../conformance/clients/portfolio-manager/service.ts'

/** Runs of the story in which the list could not be read. */
const broken = new Set<string | undefined>()

export default wrongClient({
  does: 'never asks again for a list that it could not read once',
  differs: {
    manners: {
      pauseAfterTrouble: (sending, attempt) =>
        sending.path === 'customer/list' ? undefined : goodManners.pauseAfterTrouble(sending, attempt),
    },
    habits: {
      async customers(run) {
        const known = Object.keys(run.memory.customers)
        if (broken.has(run.setting.stateDir)) return known
        return goodHabits.customers(run).catch(() => {
          broken.add(run.setting.stateDir)
          return known
        })
      },
    },
  },
  on: ['bad-gateway'],
  fails: ['trouble/asks-again'],
})
