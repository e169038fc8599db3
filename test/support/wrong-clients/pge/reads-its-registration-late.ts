import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'reads ApplicationInformation only when it sends out a browser',
  differs: {
    habits: {
      async knowRegistration(run) {
        if (run.memory.registration === null) await run.habits.clientToken(run)
        else await goodHabits.knowRegistration(run)
      },
      async authorize(run) {
        await goodHabits.knowRegistration(run)
        await goodHabits.authorize(run)
      },
    },
  },
  on: ['registration-tests'],
  fails: ['registration/application-information-test'],
})
