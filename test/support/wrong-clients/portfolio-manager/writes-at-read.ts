import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'uploads to every meter it can see',
  differs: { habits: { mayWrite: () => true, whileHeld: (_, __, work) => work().catch(() => undefined) } },
  on: ['direct-share'],
  fails: ['access/respects-read-only'],
  also: { 'it uploads, and is refused': ['access/does-not-insist', 'readings/batches', 'readings/not-in-future'] },
})
