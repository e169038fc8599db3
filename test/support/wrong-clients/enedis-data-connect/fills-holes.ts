import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

type Day = { usagePoint: string; day: string; direction: string; wh: number; points?: number; from: string }

export default wrongDataConnect({
  does: 'puts an average where points are missing',
  differs: {
    habits: {
      daysHeld(run) {
        const days = goodHabits.daysHeld(run) as Day[]
        return days.map((day) => {
          const { points = 0, wh } = day
          return points > 0 && points < 46 ? { ...day, points: 48, wh: (wh / points) * 48 } : day
        })
      },
    },
  },
  on: ['holes-filled-later'],
  fails: ['days/holes'],
})
