import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes thousandths of a watt-hour for watt-hours',
  differs: {
    habits: {
      keepReading(series, told, type, run) {
        goodHabits.keepReading(series, type.uom === '72' ? { ...told, value: told.value * 1000 } : told, type, run)
      },
    },
  },
  on: ['authorized'],
  fails: ['readings/multiplier'],
})
