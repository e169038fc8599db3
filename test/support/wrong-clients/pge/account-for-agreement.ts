import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes the SA id for the account',
  differs: {
    habits: {
      keepCustomers(run, told) {
        goodHabits.keepCustomers(
          run,
          told.map((customer) => ({ ...customer, account: customer.agreement })),
        )
      },
    },
  },
  on: ['authorized'],
  fails: ['customers/account'],
})
