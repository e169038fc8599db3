import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'reads the service status in its first run, and the sample data only later',
  differs: {
    habits: {
      async passTests(run) {
        await run.habits.call(run, { by: 'client' }, run.habits.resource(run, 'ReadServiceStatus'))
      },
      async authorize(run) {
        if (run.habits.isInTests(run)) await goodHabits.passTests(run)
        await goodHabits.authorize(run)
      },
    },
  },
  on: ['registration-tests'],
  fails: ['registration/connectivity-test'],
})
