import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'tries the token of a customer on bulk packages first',
  differs: {
    habits: {
      async takePackage(run, address) {
        const [authorization] = Object.keys(run.memory.tokens)
        if (authorization !== undefined)
          await run.habits.callWith(run, await run.habits.accessToken(run, authorization), address, 'GET')
        await goodHabits.takePackage(run, address)
      },
    },
  },
  on: ['notice-early'],
  fails: ['packages/right-token', 'tokens/client-class'],
})
