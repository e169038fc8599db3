import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { isHoliday } from '../../../../conformance/clients/enedis-sge/holidays.ts'
import { dayOf, timeOf } from '../../../../conformance/clients/paris.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'takes public holidays for working days',
  differs: {
    habits: {
      isOpen(run) {
        const [day, time] = [dayOf(run.setting.now), timeOf(run.setting.now)]
        return goodHabits.isOpen(run) || (isHoliday(day) && time > '09:00')
      },
    },
  },
  on: ['homologation-at-noon'],
  fails: ['hours/holiday'],
  also: { 'what it does besides is refused, and it takes that well': ['trouble/bounded', 'trouble/told'] },
})
