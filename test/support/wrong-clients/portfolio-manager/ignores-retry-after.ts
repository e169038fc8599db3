import { wrongClient } from '../wrong-client.ts'
import { goodManners } from '../../../../conformance/clients/portfolio-manager/service.ts'

export default wrongClient({
  does: 'comes back early a few times before it listens to Retry-After',
  differs: {
    manners: {
      pauseAfterThrottling: (answer, attempt) =>
        attempt < 3 ? 0.2 : goodManners.pauseAfterThrottling(answer, attempt),
    },
  },
  on: ['rate-limited'],
  fails: ['limits/honours-retry-after'],
})
