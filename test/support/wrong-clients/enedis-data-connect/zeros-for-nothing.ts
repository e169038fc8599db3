import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { dayOf, daysAfter } from '../../../../conformance/clients/paris.ts'
import { wrongDataConnect } from '../wrong-client.ts'

type Day = { usagePoint: string; day: string; direction: string; wh: number; points?: number; from: string }

export default wrongDataConnect({
  does: 'takes no data for no energy',
  differs: {
    habits: {
      daysHeld(run) {
        const days = goodHabits.daysHeld(run) as Day[]
        const day = daysAfter(dayOf(run.setting.now), -1)
        const zeros = Object.keys(run.memory.points).map((usagePoint) => {
          return { usagePoint, day, direction: 'consumption', wh: 0, points: 0, from: 'curve' }
        })
        const isTold = (one: Day) =>
          days.some((told) => told.usagePoint === one.usagePoint && told.day === one.day && told.from === 'curve')
        return [...days, ...zeros.filter((one) => !isTold(one))]
      },
    },
  },
  on: ['curve-never-activated'],
  fails: ['days/none-invented'],
})
