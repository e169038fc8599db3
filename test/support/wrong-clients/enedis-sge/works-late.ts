import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { isHoliday, isWeekend } from '../../../../conformance/clients/enedis-sge/holidays.ts'
import { dayOf, timeOf } from '../../../../conformance/clients/paris.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'calls homologation after six',
  differs: {
    habits: {
      isOpen(run) {
        const [day, time] = [dayOf(run.setting.now), timeOf(run.setting.now)]
        return goodHabits.isOpen(run) || (!isWeekend(day) && !isHoliday(day) && time >= '18:00')
      },
    },
  },
  on: ['homologation-at-the-weekend'],
  fails: ['hours/evening'],
  also: { 'what it does besides is refused, and it takes that well': ['trouble/bounded', 'trouble/told'] },
})
