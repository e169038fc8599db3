import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks again at once when there is no data',
  differs: {
    habits: {
      async call(run, opener, url, method) {
        const answer = await goodHabits.call(run, opener, url, method)
        return answer.status === 204 ? goodHabits.call(run, opener, url, method) : answer
      },
    },
  },
  on: ['no-data'],
  fails: ['readings/no-data'],
})
