import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'reads names only under the prefixes of usage feeds',
  differs: {
    habits: {
      keepCustomers(run, told) {
        goodHabits.keepCustomers(
          run,
          told.map((customer) => ({ ...customer, name: null })),
        )
      },
    },
  },
  on: ['authorized'],
  fails: ['customers/name'],
})
