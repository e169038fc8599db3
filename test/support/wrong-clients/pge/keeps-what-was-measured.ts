import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'keeps a measured reading when a correction comes',
  differs: {
    habits: {
      keepReading(series, told, type, run) {
        const before = series.readings[told.start]
        if (before === undefined || before.quality === '8') goodHabits.keepReading(series, told, type, run)
      },
    },
  },
  on: ['estimated-then-corrected'],
  fails: ['days/corrected'],
})
