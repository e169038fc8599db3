import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoCall } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'gives back with the token of the customer first',
  differs: {
    habits: {
      async giveBack(run) {
        for (const id of Object.keys(run.memory.tokens)) {
          const address = run.habits.resource(run, 'Authorization', id)
          await alsoCall(run, await run.habits.accessToken(run, id), address, 'DELETE')
        }
        await goodHabits.giveBack(run)
      },
    },
  },
  on: ['given-back'],
  fails: ['giving-back/client-token'],
})
