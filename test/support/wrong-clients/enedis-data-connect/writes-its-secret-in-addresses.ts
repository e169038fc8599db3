import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'writes its secret into the address of the token endpoint',
  differs: {
    habits: {
      async newOwnToken(run) {
        const { clientId, clientSecret } = run.setting
        const told = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }
        const url = `${run.habits.tokenAddress(run)}?${new URLSearchParams(told)}`
        const { body } = await run.service.send({ method: 'POST', url, headers: new Headers(), body: undefined })
        const { access_token: value, expires_in: seconds } = JSON.parse(body) as {
          access_token: string
          expires_in: number
        }
        run.memory.token = { value, expiresAt: run.habits.expiry(run, seconds) }
        return value
      },
    },
  },
  on: ['consented'],
  fails: ['token/secret-not-in-address'],
})
