import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { keptBeside } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

const again = keptBeside((): { token: string | undefined } => ({ token: undefined }))

export default wrongThirdParty({
  does: 'sends a call twice when it has refreshed',
  differs: {
    habits: {
      async renewedToken(run, opener) {
        again(run).token = await goodHabits.renewedToken(run, opener)
        return again(run).token
      },
      async callWith(run, token, url, method) {
        if (token === again(run).token) await goodHabits.callWith(run, token, url, method)
        again(run).token = undefined
        return goodHabits.callWith(run, token, url, method)
      },
    },
  },
  on: ['token-expired'],
  fails: ['refreshing/retries-once'],
})
