import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { goodManners } from '../../../../conformance/clients/pge/service.ts'
import { NoAnswer } from '../../../../conformance/clients/pge/trouble.ts'
import { keptBeside } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

const failed = keptBeside(() => new Set<string>())

export default wrongThirdParty({
  does: 'gives an agreement up of which half a feed came',
  differs: {
    habits: {
      async readPoint(run, id, usagePoint) {
        if (failed(run).has(usagePoint)) return
        try {
          await goodHabits.readPoint(run, id, usagePoint)
        } catch (error) {
          if (!(error instanceof NoAnswer)) throw error
          failed(run).add(usagePoint)
        }
      },
    },
    manners: {
      pauseAfterTrouble: (call, attempt) =>
        call.url.includes('/Batch/') ? undefined : goodManners.pauseAfterTrouble(call, attempt),
    },
  },
  on: ['gateway-trouble'],
  fails: ['trouble/asks-again'],
})
