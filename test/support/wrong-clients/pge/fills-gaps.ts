import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'puts zeros where readings are missing',
  differs: {
    habits: {
      daysOf(agreement) {
        const days = goodHabits.daysOf(agreement) as { count: number; hours: number }[]
        return days.map((day) => (day.count > 1 && day.count < day.hours ? { ...day, count: day.hours } : day))
      },
    },
  },
  on: ['readings-missing'],
  fails: ['days/gaps'],
})
