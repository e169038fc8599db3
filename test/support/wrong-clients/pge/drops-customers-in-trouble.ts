import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { goodManners } from '../../../../conformance/clients/pge/service.ts'
import { NoAnswer } from '../../../../conformance/clients/pge/trouble.ts'
import { keptBeside } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

const lost = keptBeside(() => new Set<string>())

export default wrongThirdParty({
  does: 'gives a customer up when the provider fails',
  differs: {
    habits: {
      async readUsage(run, id) {
        try {
          await goodHabits.readUsage(run, id)
        } catch (error) {
          if (error instanceof NoAnswer) lost(run).add(id)
          throw error
        }
      },
      mayUse: (run, id) => goodHabits.mayUse(run, id) && !lost(run).has(id),
    },
    manners: {
      pauseAfterTrouble: (call, attempt) =>
        call.url.includes('/Batch/') ? undefined : goodManners.pauseAfterTrouble(call, attempt),
    },
  },
  on: ['gateway-trouble'],
  fails: ['trouble/loses-nobody', 'trouble/asks-again'],
  also: {
    'it asks for nothing any more': ['readings/not-twice'],
    'no later run meets trouble': ['known/active', 'known/end-date'],
  },
})
