import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'disconnects, and lets its nightly job run on',
  differs: { habits: { forgetItemsOf: () => {} } },
  on: ['disconnected-removing-shares'],
  fails: ['leaving/stops-after-disconnect'],
  also: { 'its job is refused': ['access/does-not-insist'] },
})
