import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'takes what dials show for energy',
  differs: {
    habits: {
      between(first, next) {
        const shown = Object.values(next ?? {}).reduce((sum, value) => sum + value, 0)
        return goodHabits.between(first, next) === undefined ? undefined : shown
      },
    },
  },
  on: ['agreed'],
  fails: ['days/index-differences'],
})
