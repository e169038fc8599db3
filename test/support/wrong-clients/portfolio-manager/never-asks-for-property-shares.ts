import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'never asks for pending property shares',
  differs: { habits: { pendingProperties: async () => [] } },
  on: ['access-cut-to-read'],
  fails: ['session/properties'],
})
