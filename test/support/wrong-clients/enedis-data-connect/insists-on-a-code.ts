import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'takes no consent without a code',
  differs: {
    habits: {
      async welcome(run, params) {
        if (!params.has('code')) return { status: 400, says: 'Something went wrong.' }
        return goodHabits.welcome(run, params)
      },
    },
  },
  on: ['migration-day'],
  fails: ['consent/works-without-code'],
  also: { 'it asks for nothing of that customer': ['services/exchanges-first'] },
})
