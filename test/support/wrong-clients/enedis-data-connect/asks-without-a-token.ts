import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { alsoCall } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'asks for data without a token first',
  differs: {
    habits: {
      async callWith(run, token, asked) {
        if (asked.body === undefined) await alsoCall(run, asked.url, { token: null })
        return goodHabits.callWith(run, token, asked)
      },
    },
  },
  on: ['consented'],
  fails: ['token/real-token'],
  also: { 'an error inside fault comes': ['trouble/any-body'] },
})
