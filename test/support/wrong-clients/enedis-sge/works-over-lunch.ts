import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { isHoliday, isWeekend } from '../../../../conformance/clients/enedis-sge/holidays.ts'
import { dayOf, timeOf } from '../../../../conformance/clients/paris.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'calls homologation over lunch',
  differs: {
    habits: {
      isOpen(run) {
        const [day, time] = [dayOf(run.setting.now), timeOf(run.setting.now)]
        return goodHabits.isOpen(run) || (!isWeekend(day) && !isHoliday(day) && time >= '12:00' && time < '14:00')
      },
    },
  },
  on: ['homologation-at-noon'],
  fails: ['hours/lunch'],
  also: { 'what it does besides is refused, and it takes that well': ['trouble/bounded', 'trouble/told'] },
})
