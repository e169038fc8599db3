import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'leaves the total of a bill as it was told',
  differs: {
    habits: {
      billFrom(run, told) {
        const bill = goodHabits.billFrom(run, told)
        return { ...bill, quantity: told.overall?.value ?? null }
      },
    },
  },
  on: ['authorized'],
  fails: ['bills/total'],
})
