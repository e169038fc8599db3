import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'keeps nothing of the curves that come in files',
  differs: {
    habits: {
      keep(run, told, source) {
        if (source !== 'R50') goodHabits.keep(run, told, source)
      },
    },
  },
  on: ['agreed'],
  fails: ['days/held'],
})
