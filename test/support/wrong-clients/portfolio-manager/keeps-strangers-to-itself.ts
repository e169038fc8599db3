import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'tells nobody that a new owner is not connected',
  differs: { habits: { reportStranger: async () => {} } },
  on: ['transfer-unconnected'],
  fails: ['transfer/stranger-reported'],
})
