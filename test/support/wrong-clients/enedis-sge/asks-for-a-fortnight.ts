import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { dayOf, daysAfter } from '../../../../conformance/clients/paris.ts'
import { alsoAsk } from '../sge.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'asks for a fortnight of a curve at once',
  differs: {
    habits: {
      async sync(run) {
        await goodHabits.sync(run)
        const [usagePoint = ''] = run.habits.agreedPoints(run)
        const from = daysAfter(dayOf(run.setting.now), -14)
        await alsoAsk(run, usagePoint, { mesuresTypeCode: 'COURBE', grandeurPhysique: 'PA', dateDebut: from })
      },
    },
  },
  on: ['agreed'],
  fails: ['requests/seven-days'],
  also: { 'what it does besides is refused, and it takes that well': ['orders/refusal-once'] },
})
