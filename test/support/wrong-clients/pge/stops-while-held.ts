import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'serves nobody while its registration is on hold',
  differs: {
    habits: {
      async knowRegistration(run) {
        await goodHabits.knowRegistration(run)
        if (run.memory.registration) await run.habits.readRegistration(run, run.memory.registration.uri)
      },
      async bringUpToDate(run) {
        if (run.memory.registration?.status !== 3) await goodHabits.bringUpToDate(run)
      },
    },
  },
  on: ['registration-held'],
  fails: ['registration/goes-on-while-held'],
})
