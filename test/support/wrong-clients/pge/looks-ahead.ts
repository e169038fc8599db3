import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks for the bills of tomorrow, too',
  differs: {
    habits: {
      billWindow(run) {
        const { from, to } = goodHabits.billWindow(run)
        return { from, to: new Date(Date.parse(to) + 86_400_000).toISOString() }
      },
    },
  },
  on: ['authorized'],
  fails: ['dates/not-in-future'],
})
