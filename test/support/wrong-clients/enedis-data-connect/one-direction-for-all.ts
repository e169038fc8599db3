import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

type Day = { usagePoint: string; day: string; direction: string; wh: number; points?: number; from: string }

export default wrongDataConnect({
  does: 'keeps production as consumption',
  differs: {
    habits: {
      daysHeld(run) {
        const days = goodHabits.daysHeld(run) as Day[]
        return days.map((day) => ({ ...day, direction: 'consumption' }))
      },
    },
  },
  on: ['production-meter'],
  fails: ['days/production'],
})
