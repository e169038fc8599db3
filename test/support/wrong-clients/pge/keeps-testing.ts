import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoAskForTokens } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes a token of the tests with each one of production',
  differs: {
    habits: {
      async clientTokenFrom(run, where) {
        if (!where.test) await alsoAskForTokens(run, { grant_type: 'client_credentials' }, { test: true })
        return goodHabits.clientTokenFrom(run, where)
      },
    },
  },
  on: ['authorized'],
  fails: ['registration/leaves-test-addresses'],
})
