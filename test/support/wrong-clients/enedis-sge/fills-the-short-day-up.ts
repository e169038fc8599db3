import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { dayOf, minutesOf } from '../../../../conformance/clients/paris.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'fills the short day up to twenty-four hours',
  differs: {
    habits: {
      sumOf(points) {
        const sum = goodHabits.sumOf(points)
        const [first] = points
        const isShort = first !== undefined && minutesOf(dayOf(first.at)) < 1440
        return isShort ? { ...sum, points: sum.points + 60 / first.minutes } : sum
      },
    },
  },
  on: ['spring-clock-change'],
  fails: ['days/forty-six-half-hours'],
})
