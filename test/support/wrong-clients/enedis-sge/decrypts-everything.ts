import { isZip } from '../../../../conformance/clients/enedis-sge/archive.ts'
import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { NotDecrypted } from '../../../../conformance/clients/enedis-sge/trouble.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'decrypts also what is not encrypted',
  differs: {
    habits: {
      opened(run, bytes) {
        if (isZip(bytes)) throw new NotDecrypted('It does not look like anything when it is decrypted.')
        return goodHabits.opened(run, bytes)
      },
    },
  },
  on: ['several-kinds-ordered'],
  fails: ['files/plain'],
  also: {
    'it has less to be judged by': [
      'days/average-power',
      'days/end-stamped',
      'days/index-differences',
      'days/reactive-apart',
      'days/start-stamped',
      'days/steps',
      'points/begins',
      'points/reactive',
    ],
  },
})
