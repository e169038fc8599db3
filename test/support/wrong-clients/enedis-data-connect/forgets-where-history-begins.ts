import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { dayOf, daysAfter } from '../../../../conformance/clients/paris.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'looks for the beginning of history in each run',
  differs: {
    habits: {
      firstWanted: ({ setting }) => daysAfter(dayOf(setting.now), -60),
      daysWanted(run, flow, kind) {
        flow.from = null
        return goodHabits.daysWanted(run, flow, kind)
      },
    },
  },
  on: ['commissioned-last-month'],
  fails: ['outcomes/not-again-before-commissioning'],
})
