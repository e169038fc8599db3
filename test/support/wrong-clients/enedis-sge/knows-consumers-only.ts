import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'takes everything for consumption',
  differs: {
    habits: {
      flowOf: (run, way) => goodHabits.flowOf(run, { ...way, direction: 'consumption' }),
    },
  },
  on: ['producer-agreed'],
  fails: ['days/production'],
})
