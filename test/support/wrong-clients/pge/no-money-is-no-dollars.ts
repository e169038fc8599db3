import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes a bill without money for one of nothing',
  differs: {
    habits: {
      billFrom(run, told) {
        const bill = goodHabits.billFrom(run, told)
        return { ...bill, amount: bill.amount ?? 0 }
      },
    },
  },
  on: ['usage-without-billing'],
  fails: ['bills/no-money'],
})
