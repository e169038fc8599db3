import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'never asks for pending meter shares',
  differs: { habits: { pendingMeters: async () => [] } },
  on: ['access-cut-to-read'],
  fails: ['session/meters'],
})
