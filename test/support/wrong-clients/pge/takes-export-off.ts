import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'keeps what customers export as a negative number',
  differs: {
    habits: {
      keepReading(series, told, type, run) {
        goodHabits.keepReading(series, type.flow === '19' ? { ...told, value: -told.value } : told, type, run)
      },
    },
  },
  on: ['solar'],
  fails: ['readings/received'],
})
