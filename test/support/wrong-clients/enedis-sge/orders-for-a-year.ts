import { dayOf, daysAfter } from '../../../../conformance/clients/paris.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'orders for a year whatever the customer signed',
  differs: {
    habits: {
      lastDay: ({ setting }) => daysAfter(dayOf(setting.now), 364),
    },
  },
  on: ['agreement-ended'],
  fails: ['agreement/no-longer-than-signed'],
  also: { 'what it does besides is refused, and it takes that well': ['life/stops-no-others'] },
})
