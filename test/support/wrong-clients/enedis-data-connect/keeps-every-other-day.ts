import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

type Day = { usagePoint: string; day: string; direction: string; wh: number; points?: number; from: string }

export default wrongDataConnect({
  does: 'keeps every other day',
  differs: {
    habits: {
      daysHeld(run) {
        const days = goodHabits.daysHeld(run) as Day[]
        return days.filter(({ day }) => Number(day.slice(-1)) % 2 === 0)
      },
    },
  },
  on: ['consented'],
  fails: ['days/held'],
})
