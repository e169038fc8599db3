import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'adds reactive energy to active energy',
  differs: {
    habits: {
      keepReactive(run, told, curve) {
        goodHabits.keepReactive(run, told, curve)
        const kept = run.habits.daysOf(run, told, curve.source)
        for (const [day, points] of curve.days) {
          const known = kept[day]
          if (known) kept[day] = { ...known, amount: known.amount + run.habits.sumOf(points).amount }
        }
      },
    },
  },
  on: ['company-agreed'],
  fails: ['days/reactive-apart'],
})
