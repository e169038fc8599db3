import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoCall } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'lists authorizations with the token of a customer first',
  differs: {
    habits: {
      async reviewAll(run) {
        const [id] = Object.keys(run.memory.tokens)
        if (id !== undefined)
          await alsoCall(run, await run.habits.accessToken(run, id), run.habits.resource(run, 'Authorization'))
        return goodHabits.reviewAll(run)
      },
    },
  },
  on: ['authorized'],
  fails: ['tokens/client-class'],
})
