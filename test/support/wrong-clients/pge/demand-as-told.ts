import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'leaves the demand of a bill as it was told',
  differs: {
    habits: {
      billFrom(run, told) {
        const bill = goodHabits.billFrom(run, told)
        return { ...bill, demand: bill.demand === null ? null : bill.demand * 1000 }
      },
    },
  },
  on: ['several-meters'],
  fails: ['bills/demand'],
})
