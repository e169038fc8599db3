import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'sends each answer to a connection twice',
  differs: {
    habits: {
      async answer(run, answer) {
        await goodHabits.answer(run, answer)
        if (answer.kind === 'account') await goodHabits.answer(run, answer)
      },
    },
  },
  on: ['direct-share'],
  fails: ['connection/answers-once'],
})
