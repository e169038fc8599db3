import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { dayOf, daysAfter } from '../../../../conformance/clients/paris.ts'
import { alsoAsk } from '../sge.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'asks for energies of five years ago',
  differs: {
    habits: {
      async sync(run) {
        await goodHabits.sync(run)
        const [usagePoint = ''] = run.habits.agreedPoints(run)
        const from = daysAfter(dayOf(run.setting.now), -5 * 365)
        await alsoAsk(run, usagePoint, { dateDebut: from, dateFin: daysAfter(from, 7) })
      },
    },
  },
  on: ['agreed'],
  fails: ['requests/depth'],
  also: { 'what it does besides is refused, and it takes that well': ['orders/refusal-once'] },
})
