import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoAskForTokens } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'tries a refused refresh token once more',
  differs: {
    habits: {
      async refresh(run, authorization) {
        const refresh_token = run.memory.tokens[authorization]?.refreshToken ?? ''
        try {
          return await goodHabits.refresh(run, authorization)
        } catch (error) {
          await alsoAskForTokens(run, { grant_type: 'refresh_token', refresh_token })
          throw error
        }
      },
    },
  },
  on: ['tokens-lost'],
  fails: ['refreshing/leaves-dead-refresh-token'],
})
