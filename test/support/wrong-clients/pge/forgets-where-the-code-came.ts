import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoAskForTokens } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'names another redirect URI with the code at first',
  differs: {
    habits: {
      async exchange(run, params, sent) {
        const redirect_uri = `${run.habits.redirectUri(run)}/`
        await alsoAskForTokens(run, { grant_type: 'authorization_code', code: params.get('code') ?? '', redirect_uri })
        await goodHabits.exchange(run, params, sent)
      },
    },
  },
  on: ['first-authorization'],
  fails: ['oauth/repeats-redirect-uri'],
})
