import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { alsoCall } from '../sge.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'orders each day what runs already',
  differs: {
    habits: {
      async sync(run) {
        await goodHabits.sync(run)
        for (const usagePoint of run.habits.agreedPoints(run))
          await alsoCall(run, 'commanderCollectePublicationMesures', run.habits.collectionWords(run, usagePoint, 'IDX'))
      },
    },
  },
  on: ['agreed'],
  fails: ['life/orders-once'],
})
