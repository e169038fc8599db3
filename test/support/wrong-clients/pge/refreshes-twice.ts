import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'refreshes twice when a token has expired',
  differs: {
    habits: {
      async renewedToken(run, opener) {
        await goodHabits.renewedToken(run, opener)
        return goodHabits.renewedToken(run, opener)
      },
    },
  },
  on: ['token-expired'],
  fails: ['refreshing/refreshes-once'],
})
