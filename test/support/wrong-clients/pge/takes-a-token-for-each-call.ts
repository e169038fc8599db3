import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes a new client token for each call',
  differs: { habits: { clientToken: (run) => run.habits.newClientToken(run) } },
  on: ['batch-announced'],
  fails: ['tokens/reuses-client-token'],
})
