import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks for times that end before they begin, too',
  differs: {
    habits: {
      async readBills(run, { id, usagePoint }, window) {
        const address = run.habits.resource(run, 'Batch', 'Subscription', id, 'UsagePoint', usagePoint)
        const query = run.habits.windowQuery('published', { from: window.to, to: window.from })
        await run.habits.call(run, { by: 'customer', authorization: id }, `${address}?${query}`).catch(() => undefined)
        await goodHabits.readBills(run, { id, usagePoint }, window)
      },
    },
  },
  on: ['authorized'],
  fails: ['dates/ordered'],
})
