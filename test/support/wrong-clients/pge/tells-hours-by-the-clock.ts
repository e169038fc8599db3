import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { dayOf, hoursOf, midnightOf } from '../../../../conformance/clients/pge/pacific.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'keeps one reading for each hour on the clock',
  differs: {
    habits: {
      keepReading(series, told, type, run) {
        const day = dayOf(told.start * 1000)
        const isSecond = hoursOf(day) === 25 && told.start - Date.parse(midnightOf(day)) / 1000 >= 2 * 3600
        goodHabits.keepReading(series, isSecond ? { ...told, start: told.start - 3600 } : told, type, run)
      },
    },
  },
  on: ['autumn-clock-change'],
  fails: ['days/long'],
})
