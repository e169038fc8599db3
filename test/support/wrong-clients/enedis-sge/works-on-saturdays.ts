import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { isWeekend } from '../../../../conformance/clients/enedis-sge/holidays.ts'
import { dayOf, timeOf } from '../../../../conformance/clients/paris.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'calls homologation on Saturdays',
  differs: {
    habits: {
      isOpen(run) {
        const [day, time] = [dayOf(run.setting.now), timeOf(run.setting.now)]
        return goodHabits.isOpen(run) || (isWeekend(day) && time > '09:00')
      },
    },
  },
  on: ['homologation-at-the-weekend'],
  fails: ['hours/weekend'],
  also: { 'what it does besides is refused, and it takes that well': ['trouble/bounded', 'trouble/told'] },
})
