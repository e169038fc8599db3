import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoCall } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'gives back whatever a customer has cancelled',
  differs: {
    habits: {
      async dealWith(run, address) {
        await goodHabits.dealWith(run, address)
        const id = run.habits.authorizationAt(address)
        if (id !== undefined) await alsoCall(run, await run.habits.clientToken(run), address, 'DELETE')
      },
    },
  },
  on: ['cancelled'],
  fails: ['giving-back/only-when-asked'],
  also: {
    'it gives back, with the right token': ['giving-back/client-token'],
  },
})
