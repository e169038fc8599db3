import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoAskForTokens } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks for tokens before it looks whether there is a code',
  differs: {
    habits: {
      async takeBack(run, url) {
        const code = url.searchParams.get('code')
        const redirect_uri = run.habits.redirectUri(run)
        if (code === null) await alsoAskForTokens(run, { grant_type: 'authorization_code', code: 'null', redirect_uri })
        return goodHabits.takeBack(run, url)
      },
    },
  },
  on: ['authorization-refused'],
  fails: ['oauth/takes-denial'],
})
