import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'asks a service that does not exist for levels',
  differs: {
    habits: {
      async takeStock(run) {
        await run.service.get('share/level/list').catch(() => undefined)
        await goodHabits.takeStock(run)
      },
    },
  },
  on: ['direct-share'],
  fails: ['transport/known-services'],
  also: { 'it is refused': ['access/does-not-insist'] },
})
