import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoAskForTokens, keptBeside } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

const older = keptBeside(() => new Map<string, string>())

export default wrongThirdParty({
  does: 'tries the refresh token before the last one first',
  differs: {
    habits: {
      async refresh(run, authorization) {
        const before = older(run).get(authorization)
        older(run).set(authorization, run.memory.tokens[authorization]?.refreshToken ?? '')
        if (before !== undefined) await alsoAskForTokens(run, { grant_type: 'refresh_token', refresh_token: before })
        return goodHabits.refresh(run, authorization)
      },
    },
  },
  on: ['refresh-token-rotated'],
  fails: ['refreshing/stores-rotated'],
  also: {
    'the old one is refused': ['refreshing/leaves-dead-refresh-token'],
  },
})
