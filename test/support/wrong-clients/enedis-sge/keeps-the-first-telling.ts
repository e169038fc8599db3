import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'keeps what it was told of a day at first',
  differs: {
    habits: {
      keepActive(run, told, { days, source }) {
        const kept = run.habits.daysOf(run, told, source)
        const others = [...days].filter(([day]) => source !== 'R50' || kept[day] === undefined)
        goodHabits.keepActive(run, told, { days: new Map(others), source })
      },
    },
  },
  on: ['holes-filled-later'],
  fails: ['days/filled-later'],
})
