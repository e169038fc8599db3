import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'keeps the first line of each bill',
  differs: {
    habits: {
      billFrom(run, told) {
        const bill = goodHabits.billFrom(run, told)
        return { ...bill, lines: bill.lines.slice(0, 1) }
      },
    },
  },
  on: ['authorized'],
  fails: ['bills/lines'],
})
