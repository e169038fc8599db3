import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'sends each browser first with a redirect URI that it has not registered',
  differs: {
    habits: {
      async authorize(run) {
        run.say({ open: run.habits.sendOut(run).replace('%2Fcallback', '%2Fcallback%2F') })
        await goodHabits.authorize(run)
      },
    },
  },
  on: ['first-authorization'],
  fails: ['oauth/well-formed-request'],
})
