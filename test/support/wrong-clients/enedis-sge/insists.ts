import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { alsoCall } from '../sge.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'sends what was refused once more',
  differs: {
    habits: {
      async orderCollection(run, usagePoint, of) {
        try {
          await goodHabits.orderCollection(run, usagePoint, of)
        } catch (error) {
          await alsoCall(run, 'commanderCollectePublicationMesures', run.habits.collectionWords(run, usagePoint, of))
          throw error
        }
      },
    },
  },
  on: ['curve-opposed'],
  fails: ['orders/refusal-once'],
})
