import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes money for cents',
  differs: { habits: { dollars: (told) => told / 100 } },
  on: ['authorized'],
  fails: ['bills/amount'],
})
