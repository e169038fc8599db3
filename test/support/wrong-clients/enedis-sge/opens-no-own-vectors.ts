import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'takes the vector for the first block of a file',
  differs: {
    habits: {
      keys: (run) => goodHabits.keys(run).filter(({ iv }) => iv !== null),
    },
  },
  on: ['agreed'],
  fails: ['files/decrypts-own-vector'],
  also: { 'it has less to be judged by': ['days/index-differences'] },
})
