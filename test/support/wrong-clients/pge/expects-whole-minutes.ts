import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'drops readings that do not begin at a whole minute',
  differs: {
    habits: {
      keepReading(series, told, type, run) {
        if (told.start % 60 === 0) goodHabits.keepReading(series, told, type, run)
      },
    },
  },
  on: ['authorized'],
  fails: ['readings/gas-days'],
  also: { 'no gas is held': ['readings/gas-multiplier'] },
})
