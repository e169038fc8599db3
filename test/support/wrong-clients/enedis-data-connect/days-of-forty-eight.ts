import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

type Day = { usagePoint: string; day: string; direction: string; wh: number; points?: number; from: string }

export default wrongDataConnect({
  does: 'fills every day up to forty-eight points',
  differs: {
    habits: {
      daysHeld(run) {
        const days = goodHabits.daysHeld(run) as Day[]
        return days.map((day) => (day.points === 46 ? { ...day, points: 48 } : day))
      },
    },
  },
  on: ['spring-clock-change'],
  fails: ['days/short'],
})
