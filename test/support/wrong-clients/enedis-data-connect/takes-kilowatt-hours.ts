import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

type Day = { usagePoint: string; day: string; direction: string; wh: number; points?: number; from: string }

export default wrongDataConnect({
  does: 'takes daily values for kilowatt-hours',
  differs: {
    habits: {
      daysHeld(run) {
        const days = goodHabits.daysHeld(run) as Day[]
        return days.map((day) => (day.from === 'daily' ? { ...day, wh: day.wh * 1000 } : day))
      },
    },
  },
  on: ['consented'],
  fails: ['days/daily-value'],
})
