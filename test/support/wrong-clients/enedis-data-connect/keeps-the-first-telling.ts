import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'keeps what it was told first of a day',
  differs: {
    habits: {
      keep(run, about, window, readings) {
        const { days } = run.habits.seriesOf(run, about)
        const before = { ...days }
        goodHabits.keep(run, about, window, readings)
        if (about.kind === 'curve') Object.assign(days, before)
      },
    },
  },
  on: ['holes-filled-later', 'readings-corrected'],
  fails: ['days/filled', 'days/corrected'],
})
