import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { alsoAskForToken } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'also asks for tokens by GET',
  differs: {
    habits: {
      async newOwnToken(run) {
        await alsoAskForToken(run, { method: 'GET' })
        return goodHabits.newOwnToken(run)
      },
    },
  },
  on: ['consented'],
  fails: ['token/grant'],
})
