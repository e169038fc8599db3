import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { dayOf } from '../../../../conformance/clients/paris.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'takes a day that nobody told it of for one without energy',
  differs: {
    habits: {
      daysHeld(run) {
        const day = dayOf(run.setting.now)
        const zeros = run.habits.agreedPoints(run).map((usagePoint) => {
          return { usagePoint, day, direction: 'consumption', wh: 0, from: 'daily' }
        })
        return [...goodHabits.daysHeld(run), ...zeros]
      },
    },
  },
  on: ['agreed'],
  fails: ['days/none-invented'],
})
