import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { alsoCall } from '../sge.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'stops services of customers it has',
  differs: {
    habits: {
      async sync(run) {
        await goodHabits.sync(run)
        for (const [id, { usagePoint, of }] of Object.entries(run.memory.services))
          if (of === 'IDX') {
            const words = { objetCode: 'ASS', pointId: usagePoint, serviceSouscritId: id }
            await alsoCall(run, 'commanderArretServiceSouscritMesures', words)
          }
      },
    },
  },
  on: ['agreed'],
  fails: ['life/stops-no-others'],
  also: {
    'it has less to be judged by': ['days/index-differences'],
    'what it does besides is refused, and it takes that well': ['orders/refusal-once'],
  },
})
