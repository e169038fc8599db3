import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'asks for no day again that it has asked for',
  differs: {
    habits: {
      daysWanted(run, flow, kind) {
        const { askedUntil } = flow.series[kind]
        const days = goodHabits.daysWanted(run, flow, kind)
        return days.filter((day) => askedUntil === null || day >= askedUntil)
      },
    },
  },
  on: ['holes-filled-later', 'late-day'],
  fails: ['windows/asks-for-late-days', 'windows/asks-for-late-meters'],
  also: {
    'no day is told twice': ['days/filled', 'days/not-twice'],
    'a day is missing at the end': ['outcomes/no-data'],
  },
})
