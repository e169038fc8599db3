import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoAskForTokens } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'exchanges the code of whoever comes',
  differs: {
    habits: {
      async takeBack(run, url) {
        const code = url.searchParams.get('code')
        const redirect_uri = run.habits.redirectUri(run)
        if (code !== null && run.habits.stateOf(run, url) === undefined)
          await alsoAskForTokens(run, { grant_type: 'authorization_code', code, redirect_uri })
        return goodHabits.takeBack(run, url)
      },
    },
  },
  on: ['first-authorization'],
  fails: ['oauth/validates-state'],
})
