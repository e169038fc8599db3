import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'takes every token for one of a day',
  differs: {
    habits: {
      expiry: (run) => goodHabits.expiry(run, 86_400),
    },
  },
  on: ['token-expired'],
  fails: ['token/drops-in-time'],
})
