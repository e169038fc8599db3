import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes every day for one of twenty-four hours',
  differs: {
    habits: {
      daysOf(agreement) {
        return goodHabits.daysOf(agreement).map((day) => ({ ...day, hours: 24 }))
      },
    },
  },
  on: ['spring-clock-change'],
  fails: ['days/short'],
})
