import { dayOf, daysAfter } from '../../../../conformance/clients/paris.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'ends its windows yesterday',
  differs: {
    habits: {
      firstUnpublished: (run) => daysAfter(dayOf(run.setting.now), -1),
    },
  },
  on: ['consented'],
  fails: ['windows/up-to-yesterday'],
})
