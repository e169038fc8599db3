import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'adds what it is told again',
  differs: {
    habits: {
      keep(run, about, window, readings) {
        const { days } = run.habits.seriesOf(run, about)
        const before = { ...days }
        goodHabits.keep(run, about, window, readings)
        if (about.kind !== 'curve') return
        for (const [day, known] of Object.entries(before)) {
          const now = days[day]
          if (now === undefined || now === known) continue
          days[day] = { ...now, amount: now.amount + known.amount, points: now.points + known.points }
        }
      },
    },
  },
  on: ['consented'],
  fails: ['days/not-twice'],
})
