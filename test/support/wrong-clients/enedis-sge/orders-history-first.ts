import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'orders history before the curve is collected',
  differs: {
    habits: {
      async begin(run, usagePoint) {
        await run.habits.orderCollection(run, usagePoint, 'IDX')
      },
      beforeHistory: async () => {},
    },
  },
  on: ['history-ordered'],
  fails: ['life/collects-before-history'],
})
