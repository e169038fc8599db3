import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'tries a refused token again and again before it takes another',
  differs: {
    habits: {
      async call(run, asked) {
        const token = await run.habits.token(run, asked)
        const answer = await run.habits.callWith(run, token, asked)
        if (!run.habits.isTokenRefused(answer)) return run.habits.accept(run, asked, answer)
        await run.habits.callWith(run, token, asked)
        return goodHabits.call(run, asked)
      },
    },
  },
  on: ['token-cached-too-long'],
  fails: ['token/renews-once'],
})
