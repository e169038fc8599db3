import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoAskForTokens } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'names a scope of its own in each refresh, until it is told not to',
  differs: {
    habits: {
      async refresh(run, authorization) {
        const refresh_token = run.memory.tokens[authorization]?.refreshToken ?? ''
        await alsoAskForTokens(run, { grant_type: 'refresh_token', refresh_token, scope: 'FB=1_3_4' })
        return goodHabits.refresh(run, authorization)
      },
    },
  },
  on: ['authorized'],
  fails: ['tokens/keeps-scope'],
})
