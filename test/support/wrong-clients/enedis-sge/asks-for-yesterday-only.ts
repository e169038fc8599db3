import { dayOf, daysAfter } from '../../../../conformance/clients/paris.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'asks for yesterday and for no day before',
  differs: {
    habits: {
      windows(run) {
        const today = dayOf(run.setting.now)
        return [{ from: daysAfter(today, -1), until: today }]
      },
    },
  },
  on: ['ten-days-away'],
  fails: ['requests/no-day-left-out'],
})
