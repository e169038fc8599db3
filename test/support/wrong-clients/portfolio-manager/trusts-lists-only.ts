import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'drops a property that no customer lists any more',
  differs: {
    habits: {
      async takeStock(run) {
        for (const item of [...Object.values(run.memory.properties), ...Object.values(run.memory.meters)])
          item.held = false
        await goodHabits.takeStock(run)
      },
    },
  },
  on: ['transfer-unconnected', 'disconnected-keeping-shares'],
  fails: ['transfer/shares-live-on', 'leaving/uses-kept-shares', 'holding/knows-shares'],
})
