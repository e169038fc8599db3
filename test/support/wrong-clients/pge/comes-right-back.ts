import { goodManners } from '../../../../conformance/clients/pge/service.ts'
import { wrongThirdParty } from '../wrong-client.ts'

const hurry = { now: false }

export default wrongThirdParty({
  does: 'calls again at once when it is told that it called too often',
  differs: {
    manners: {
      pauseAfterThrottling(_, attempt) {
        hurry.now = attempt < 4
        return hurry.now ? 0 : undefined
      },
      pauseBetweenCalls: () => (hurry.now ? 0 : goodManners.pauseBetweenCalls()),
    },
  },
  on: ['allowance-spent'],
  fails: ['limits/backs-off'],
})
