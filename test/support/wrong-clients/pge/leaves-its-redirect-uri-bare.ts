import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'writes its redirect URI into the address as it is',
  differs: {
    habits: {
      authorizeQuery: (run, state) =>
        goodHabits
          .authorizeQuery(run, state)
          .replace(/redirect_uri=[^&]*/, `redirect_uri=${run.habits.redirectUri(run)}`),
    },
  },
  on: ['first-authorization'],
  fails: ['oauth/encodes-redirect-uri'],
})
