import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'says of every authorization that it stands',
  differs: {
    habits: {
      authorizationsKnown: (run) => goodHabits.authorizationsKnown(run).map((one) => ({ ...one, status: 'active' })),
    },
  },
  on: ['cancelled'],
  fails: ['known/ended'],
})
