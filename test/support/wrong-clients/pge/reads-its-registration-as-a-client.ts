import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoCall } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'reads ApplicationInformation with its client token first',
  differs: {
    habits: {
      async readRegistration(run, uri) {
        await alsoCall(run, run.memory.clientToken?.token, uri)
        await goodHabits.readRegistration(run, uri)
      },
    },
  },
  on: ['authorized'],
  fails: ['tokens/registration-class'],
})
