import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'gives every browser the same state',
  differs: { habits: { newState: () => 'acme' } },
  on: ['first-authorization'],
  fails: ['oauth/sends-state'],
})
