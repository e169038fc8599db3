import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes every authorization to last for ever',
  differs: {
    habits: {
      authorizationsKnown: (run) => goodHabits.authorizationsKnown(run).map((one) => ({ ...one, endsAt: null })),
    },
  },
  on: ['end-date-extended'],
  fails: ['known/end-date'],
})
