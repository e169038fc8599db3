import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'adds watts up to watt-hours',
  differs: {
    habits: {
      sumOf(points) {
        const amount = points.reduce((sum, { w }) => sum + (w ?? 0), 0)
        return { ...goodHabits.sumOf(points), amount }
      },
    },
  },
  on: ['agreed'],
  fails: ['days/average-power'],
})
