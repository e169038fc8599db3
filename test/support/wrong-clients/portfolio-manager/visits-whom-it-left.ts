import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'looks at the account of a customer it disconnected from',
  differs: {
    habits: {
      async disconnect(run, how) {
        await goodHabits.disconnect(run, how)
        for (const account of Object.keys(run.memory.customers)) await run.habits.lookUp(run, account)
      },
    },
  },
  on: ['disconnected-keeping-shares'],
  fails: ['leaving/leaves-account'],
  also: {
    'it is denied an account, and takes that well': ['access/denied-is-no-bad-password', 'access/does-not-insist'],
  },
})
