import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'knows the newer cipher only',
  differs: {
    habits: {
      keys: (run) => goodHabits.keys(run).filter(({ iv }) => iv === null),
    },
  },
  on: ['former-cipher'],
  fails: ['files/decrypts-fixed-vector'],
  also: { 'it has less to be judged by': ['days/index-differences', 'days/kilowatts'] },
})
