import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'keeps the SA id that an agreement had at first',
  differs: {
    habits: {
      keepCustomers(run, told) {
        goodHabits.keepCustomers(
          run,
          told.map((customer) => ({
            ...customer,
            agreement: run.memory.customers[customer.usagePoint]?.agreement ?? customer.agreement,
          })),
        )
      },
    },
  },
  on: ['meter-swapped'],
  fails: ['customers/service-agreement'],
})
