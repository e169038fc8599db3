import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'looks up the account of an owner it has just turned down',
  differs: {
    habits: {
      async answer(run, answer) {
        await goodHabits.answer(run, answer)
        if (answer.action === 'Reject') await run.habits.lookUp(run, answer.id)
      },
    },
  },
  on: ['forward-turned-down'],
  fails: ['rejection/leaves-account-alone'],
  also: {
    'it is denied an account, and takes that well': ['access/denied-is-no-bad-password', 'access/does-not-insist'],
  },
})
