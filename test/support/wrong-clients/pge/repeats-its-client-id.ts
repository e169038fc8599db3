import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoAskForTokens } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'sends its client id among the parameters too, until it is told not to',
  differs: {
    habits: {
      async clientTokenFrom(run, where) {
        await alsoAskForTokens(run, { grant_type: 'client_credentials', client_id: run.setting.clientId })
        return goodHabits.clientTokenFrom(run, where)
      },
    },
  },
  on: ['authorized'],
  fails: ['oauth/basic'],
})
