import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'takes kilowatts for watts',
  differs: {
    habits: {
      wattsOf: (point, unit) => goodHabits.wattsOf(point, unit === 'kW' ? 'W' : unit),
    },
  },
  on: ['company-agreed'],
  fails: ['days/kilowatts'],
})
