import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'looks for files of curves and for no others',
  differs: {
    habits: {
      arrived: (run) => goodHabits.arrived(run).filter(({ name }) => !name.includes('_R151_')),
    },
  },
  on: ['agreed'],
  fails: ['files/all-seen'],
  also: { 'it has less to be judged by': ['days/index-differences'] },
})
