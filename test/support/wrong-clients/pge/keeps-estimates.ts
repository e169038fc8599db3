import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'keeps an estimate when the measured reading comes',
  differs: {
    habits: {
      keepReading(series, told, type, run) {
        const before = series.readings[told.start]
        if (before?.quality !== '8') goodHabits.keepReading(series, told, type, run)
      },
    },
  },
  on: ['estimated-then-corrected'],
  fails: ['days/estimated'],
})
