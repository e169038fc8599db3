import { goodManners } from '../../../../conformance/clients/enedis-data-connect/service.ts'
import { wrongDataConnect } from '../wrong-client.ts'

const hurry = { now: false }

export default wrongDataConnect({
  does: 'calls again at once when it has called too often',
  differs: {
    manners: {
      pauseAfterThrottling(setting, answer, attempt) {
        hurry.now = attempt === 0
        return hurry.now ? 0 : goodManners.pauseAfterThrottling(setting, answer, attempt)
      },
      pauseBetweenCalls(setting) {
        const pause = hurry.now ? 0 : goodManners.pauseBetweenCalls(setting)
        hurry.now = false
        return pause
      },
    },
  },
  on: ['calls-too-fast'],
  fails: ['limits/backs-off'],
})
