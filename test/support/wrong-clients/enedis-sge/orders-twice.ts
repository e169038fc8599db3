import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { alsoCall } from '../sge.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'sends each order of history twice',
  differs: {
    habits: {
      async orderHistory(run, wish) {
        const affaire = await goodHabits.orderHistory(run, wish)
        await alsoCall(run, 'commanderTransmissionHistoriqueMesures', run.habits.historyWords(run, wish))
        return affaire
      },
    },
  },
  on: ['history-ordered'],
  fails: ['orders/not-twice'],
})
