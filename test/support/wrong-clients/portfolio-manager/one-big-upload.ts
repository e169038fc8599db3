import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'uploads all readings of a meter in one call',
  differs: {
    habits: {
      batches: (all) => (all.length > 0 ? [[...all]] : []),
      whileHeld: (_, __, work) => work().catch(() => undefined),
    },
  },
  on: ['many-readings'],
  fails: ['readings/batches'],
  also: { 'none of its uploads is stored': ['readings/not-twice'] },
})
