import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'answers notices with 202',
  differs: {
    habits: {
      async takeNotice(run, body) {
        await goodHabits.takeNotice(run, body)
        return 202
      },
    },
  },
  on: ['batch-announced'],
  fails: ['notices/answers-200'],
})
