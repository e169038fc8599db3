import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'keeps the last bill of each agreement only',
  differs: {
    habits: {
      keepBill(run, told) {
        run.habits.agreementOf(run, told.usagePoint).bills = {}
        goodHabits.keepBill(run, told)
      },
    },
  },
  on: ['billed-with-tiers-and-riders'],
  fails: ['bills/held'],
})
