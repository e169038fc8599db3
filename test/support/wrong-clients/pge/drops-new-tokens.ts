import { alsoAskForTokens } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'does not keep the tokens that a second authorization brings',
  differs: {
    habits: {
      async exchange(run, params) {
        const redirect_uri = run.habits.redirectUri(run)
        await alsoAskForTokens(run, { grant_type: 'authorization_code', code: params.get('code') ?? '', redirect_uri })
      },
    },
  },
  on: ['tokens-lost'],
  fails: [
    'refreshing/reauthorizes-after-loss',
    'life/after-re-authorization',
    'life/keeps-others',
    'known/active',
    'walk/with-readings',
  ],
  also: {
    'it has no token to ask with': ['dates/no-day-between', 'readings/not-twice'],
  },
})
