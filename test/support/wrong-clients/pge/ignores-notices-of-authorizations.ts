import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'does not look at authorizations that notices name',
  differs: {
    habits: {
      async dealWith(run, address) {
        if (run.habits.authorizationAt(address) === undefined) await goodHabits.dealWith(run, address)
      },
    },
  },
  on: ['agreement-removed'],
  fails: ['life/rereads-after-notice'],
})
