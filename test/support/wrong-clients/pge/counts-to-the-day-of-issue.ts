import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { daysBefore } from '../../../../conformance/clients/pge/pacific.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'lets a bill last until the day on which it came out',
  differs: {
    habits: {
      billFrom(run, told) {
        const bill = goodHabits.billFrom(run, told)
        return { ...bill, until: daysBefore(bill.until, -2) }
      },
    },
  },
  on: ['authorized'],
  fails: ['bills/period'],
})
