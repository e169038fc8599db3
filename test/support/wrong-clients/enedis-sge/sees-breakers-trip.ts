import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'takes zeros for a breaker that tripped',
  differs: {
    habits: {
      daysHeld(run) {
        const days = goodHabits.daysHeld(run) as { usagePoint: string; day: string; wh: number }[]
        for (const { usagePoint, day, wh } of days)
          if (wh === 0)
            run.habits.decide(run, { decision: 'breaker tripped', because: `No energy on ${day}.`, usagePoint })
        return days
      },
    },
  },
  on: ['zeros-and-gaps'],
  fails: ['trouble/no-breaker'],
})
