import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'takes the first usage point of a redirect and no other',
  differs: {
    habits: {
      severalIn: (usagePoints) => goodHabits.severalIn(usagePoints).slice(0, 1),
    },
  },
  on: ['several-usage-points'],
  fails: ['consent/every-usage-point'],
  also: { 'nobody asks for the producer': ['days/production'] },
})
