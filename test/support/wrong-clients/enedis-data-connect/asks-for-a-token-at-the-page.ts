import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'asks the consent page for a token first',
  differs: {
    habits: {
      async authorize(run) {
        const address = new URL(run.habits.sendOut(run))
        address.searchParams.set('response_type', 'token')
        run.say({ open: address.href })
        await goodHabits.authorize(run)
      },
    },
  },
  on: ['first-consent'],
  fails: ['consent/well-formed-request'],
})
