import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'renews a token that is refused, and does not ask again',
  differs: {
    habits: {
      async call(run, asked) {
        const answer = await run.habits.callWith(run, await run.habits.token(run, asked), asked)
        if (!run.habits.isTokenRefused(answer)) return run.habits.accept(run, asked, answer)
        await run.habits.newToken(run, asked)
        throw run.habits.refused(asked.url, answer, 'curve not recorded')
      },
    },
  },
  on: ['token-expired'],
  fails: ['token/renews-on-401'],
  also: { 'the last week of the curve is not told again': ['days/not-twice'] },
})
