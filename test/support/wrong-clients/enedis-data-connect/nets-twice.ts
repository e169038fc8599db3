import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

type Day = { usagePoint: string; day: string; direction: string; wh: number; points?: number; from: string }

export default wrongDataConnect({
  does: 'takes what was produced off what was consumed',
  differs: {
    habits: {
      daysHeld(run) {
        const days = goodHabits.daysHeld(run) as Day[]
        const produced = new Map(
          days.flatMap(({ usagePoint, day, direction, from, wh }) =>
            direction === 'production' ? [[`${usagePoint} ${day} ${from}`, wh]] : [],
          ),
        )
        return days.map((day) => {
          const { usagePoint, direction, from, wh } = day
          const off = produced.get(`${usagePoint} ${day.day} ${from}`) ?? 0
          return direction === 'consumption' && from === 'curve' ? { ...day, wh: wh - off } : day
        })
      },
    },
  },
  on: ['self-consumption'],
  fails: ['days/self-consumption'],
})
