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
  also: {
    'it has less to be judged by': [
      'days/average-power',
      'days/end-stamped',
      'days/steps',
      'days/watt-hours',
      'points/begins',
    ],
  },
})
