import { wrongDataConnect } from '../wrong-client.ts'

type Answer = { access_token: string; expires_in: number }

export default wrongDataConnect({
  does: 'shows its secret in a header and in the form',
  differs: {
    habits: {
      async newOwnToken(run) {
        const { clientId, clientSecret } = run.setting
        const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }
        const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
        const headers = new Headers({
          authorization: `Basic ${basic}`,
          'content-type': 'application/x-www-form-urlencoded',
        })
        const body = new URLSearchParams(form).toString()
        const answer = await run.service.send({ method: 'POST', url: run.habits.tokenAddress(run), headers, body })
        const { access_token: value, expires_in: seconds } = JSON.parse(answer.body) as Answer
        run.memory.token = { value, expiresAt: run.habits.expiry(run, seconds) }
        return value
      },
    },
  },
  on: ['consented'],
  fails: ['token/one-place'],
})
