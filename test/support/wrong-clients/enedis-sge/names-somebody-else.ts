import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { dayOf, daysAfter } from '../../../../conformance/clients/paris.ts'
import { alsoCall } from '../sge.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'declares the agreement of whom it thinks lives there',
  differs: {
    habits: {
      async subscribe(run) {
        await goodHabits.subscribe(run)
        const words = run.habits.historyWords(run, {
          ...{ usagePoint: run.habits.pointTold(run), of: 'IDX' as const },
          ...{ from: daysAfter(dayOf(run.setting.now), -9), until: dayOf(run.setting.now) },
        })
        const declarationAccordClient = { accordClient: true, personnePhysique: { civilite: 'M', nom: 'Dupont' } }
        await alsoCall(run, 'commanderTransmissionHistoriqueMesures', { ...words, declarationAccordClient })
      },
    },
  },
  on: ['agreed'],
  fails: ['agreement/names-the-customer'],
  also: { 'what it does besides is refused, and it takes that well': ['orders/refusal-once', 'orders/refusal-told'] },
})
