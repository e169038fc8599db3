import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoAskForTokens } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks for tokens by GET, until it is told not to',
  differs: {
    habits: {
      async clientTokenFrom(run, where) {
        await alsoAskForTokens(run, {}, { method: 'GET' })
        return goodHabits.clientTokenFrom(run, where)
      },
    },
  },
  on: ['authorized'],
  fails: ['oauth/posts-for-tokens'],
})
