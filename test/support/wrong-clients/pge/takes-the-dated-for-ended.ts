import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes every authorization with an end date for ended',
  differs: {
    habits: {
      authorizationsKnown: (run) =>
        goodHabits
          .authorizationsKnown(run)
          .map((one) => ('endsAt' in one && one.endsAt !== null ? { ...one, status: 'ended' } : one)),
    },
  },
  on: ['end-date-extended'],
  fails: ['known/active'],
  also: {
    'it says of none until when it lasts': ['known/end-date'],
  },
})
