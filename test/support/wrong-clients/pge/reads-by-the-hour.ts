import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'keeps one reading an hour, however long readings are',
  differs: {
    habits: {
      keepReading(series, told, type, run) {
        const start = type.uom === '72' ? told.start - (told.start % 3600) : told.start
        goodHabits.keepReading(series, { ...told, start }, type, run)
      },
    },
  },
  on: ['bulk-of-both'],
  fails: ['readings/interval-length'],
})
