import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'counts a reading as often as it is told',
  differs: {
    habits: {
      keepReading(series, told, type, run) {
        let start = told.start
        while (start in series.readings) start++
        goodHabits.keepReading(series, { ...told, start }, type, run)
      },
    },
  },
  on: ['notice-early'],
  fails: ['readings/not-twice'],
})
