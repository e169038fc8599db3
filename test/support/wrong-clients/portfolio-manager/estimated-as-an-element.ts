import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'sends estimatedValue as an element',
  differs: {
    habits: {
      entry: ({ startDate, endDate, usage }) => ({ startDate, endDate, usage, estimatedValue: 'false' }),
      whileHeld: (_, __, work) => work().catch(() => undefined),
    },
  },
  on: ['new-meter'],
  fails: ['transport/valid-bodies'],
  also: { 'none of its uploads is stored': ['readings/not-twice'] },
})
