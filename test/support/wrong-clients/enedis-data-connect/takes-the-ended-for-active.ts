import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'says of every consent that it stands',
  differs: {
    habits: {
      consentsKnown: (run) => goodHabits.consentsKnown(run).map((consent) => ({ ...consent, status: 'active' })),
    },
  },
  on: ['consent-revoked'],
  fails: ['life/knows-ended'],
})
