import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'never asks for pending connections',
  differs: { habits: { pendingConnections: async () => [] } },
  on: ['access-cut-to-read'],
  fails: ['session/connections'],
})
