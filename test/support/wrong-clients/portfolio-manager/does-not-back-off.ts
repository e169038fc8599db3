import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'comes back at once when it is throttled',
  differs: { manners: { pauseAfterThrottling: () => 0 } },
  on: ['rate-limited-without-a-word'],
  fails: ['limits/backs-off'],
})
