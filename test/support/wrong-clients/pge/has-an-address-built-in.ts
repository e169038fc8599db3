import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'sends each browser first to an address that nobody told it',
  differs: {
    habits: {
      async authorize(run) {
        run.say({ open: run.habits.sendOut(run).replace('/myAuthorization?', '/myAuthorization/customer?') })
        await goodHabits.authorize(run)
      },
    },
  },
  on: ['history-length-changed'],
  fails: ['registration/production-addresses'],
})
