import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { NoAnswer } from '../../../../conformance/clients/enedis-sge/trouble.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'takes SGT500 for a customer without data',
  differs: {
    habits: {
      whatStopped(error) {
        const stopped = goodHabits.whatStopped(error)
        return error instanceof NoAnswer ? 'no data for this customer' : stopped
      },
    },
  },
  on: ['technical-errors'],
  fails: ['trouble/told'],
})
