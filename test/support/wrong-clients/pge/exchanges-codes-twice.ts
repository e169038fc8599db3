import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'exchanges each code once more, to be sure',
  differs: {
    habits: {
      async exchange(run, params, sent) {
        await goodHabits.exchange(run, params, sent)
        await goodHabits.exchange(run, params, sent).catch(() => undefined)
      },
    },
  },
  on: ['first-authorization'],
  fails: ['oauth/exchanges-code-once'],
})
