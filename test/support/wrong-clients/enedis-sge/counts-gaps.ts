import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'counts missing points as if they were there',
  differs: {
    habits: {
      sumOf: (points) => ({ ...goodHabits.sumOf(points), points: points.length }),
    },
  },
  on: ['holes-filled-later'],
  fails: ['days/holes'],
})
