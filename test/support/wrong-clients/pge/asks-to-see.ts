import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks for a package again to see whether it is ready',
  differs: {
    habits: {
      async askForPackages(run) {
        await goodHabits.askForPackages(run)
        run.memory.awaited = []
        await goodHabits.askForPackages(run)
      },
    },
  },
  on: ['batch-announced'],
  fails: ['packages/asks-once'],
})
