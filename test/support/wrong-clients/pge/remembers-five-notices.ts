import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'remembers what it is to fetch up to the fifth',
  differs: {
    habits: {
      storeNotice(run, addresses) {
        goodHabits.storeNotice(run, addresses)
        run.memory.notices = run.memory.notices.slice(0, 5)
      },
    },
  },
  on: ['daily-packages'],
  fails: ['packages/collects-daily'],
})
