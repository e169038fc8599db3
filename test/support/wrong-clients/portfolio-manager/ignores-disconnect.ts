import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'goes on asking about the account of a customer who left',
  differs: {
    habits: {
      async customers(run) {
        const connected = await goodHabits.customers(run)
        for (const account of Object.keys(run.memory.customers)) await run.habits.lookUp(run, account)
        return connected
      },
    },
  },
  on: ['customer-disconnects'],
  fails: ['connection/heeds-disconnect'],
  also: {
    'it is denied an account, and takes that well': ['access/denied-is-no-bad-password', 'access/does-not-insist'],
  },
})
