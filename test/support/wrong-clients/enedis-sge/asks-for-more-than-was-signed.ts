import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { alsoAsk } from '../sge.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'asks for the curve of whoever signed for indexes',
  differs: {
    habits: {
      async sync(run) {
        await goodHabits.sync(run)
        for (const [usagePoint, { of }] of Object.entries(run.memory.agreements))
          if (!of.includes('CDC') && run.habits.isAgreed(run, usagePoint))
            await alsoAsk(run, usagePoint, { mesuresTypeCode: 'COURBE', grandeurPhysique: 'PA' })
      },
    },
  },
  on: ['signed-for-less'],
  fails: ['agreement/only-what-was-signed'],
  also: {
    'what it does besides is refused, and it takes that well': ['orders/refusal-once', 'trouble/refusal-of-one'],
  },
})
