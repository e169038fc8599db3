import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'asks for all metrics in one call',
  differs: {
    habits: { metricBatches: (names) => [[...names]], whileHeld: (_, __, work) => work().catch(() => undefined) },
  },
  on: ['direct-share'],
  fails: ['metrics/at-most-ten'],
  also: { 'it gets no metric': ['metrics/nil-is-nothing', 'metrics/looks-for-reasons'] },
})
