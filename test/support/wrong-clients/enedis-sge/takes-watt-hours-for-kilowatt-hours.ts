import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'takes watt-hours for kilowatt-hours',
  differs: {
    habits: {
      inUnits: (value, unit) => goodHabits.inUnits(value, unit === 'Wh' ? 'kWh' : unit),
    },
  },
  on: ['agreed'],
  fails: ['days/watt-hours'],
})
