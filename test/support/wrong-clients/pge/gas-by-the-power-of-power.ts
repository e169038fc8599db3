import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'multiplies gas by the power of ten of power',
  differs: {
    habits: {
      keepReading(series, told, type, run) {
        goodHabits.keepReading(series, type.uom === '169' ? { ...told, value: told.value * 100_000 } : told, type, run)
      },
    },
  },
  on: ['authorized'],
  fails: ['readings/gas-multiplier'],
})
