import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'tries everything again when its certificate is refused',
  differs: {
    habits: {
      async attempt(run, task) {
        for (let tries = 0; tries < 4; tries++) {
          await goodHabits.attempt(run, task)
          if (!run.memory.decisions.some(({ decision }) => decision === 'certificate refused')) return
        }
      },
    },
  },
  on: ['certificate-expired'],
  fails: ['certificate/does-not-hammer'],
})
