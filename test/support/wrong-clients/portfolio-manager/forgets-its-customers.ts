import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'takes for connected only whom it accepted in this run',
  differs: {
    habits: {
      connectionsHeld: () => [],
    },
  },
  on: ['access-cut-to-read'],
  fails: ['connection/knows-customers'],
})
