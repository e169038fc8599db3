import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'sends a refused call three times',
  differs: { manners: { pauseAfterRefusal: (_, attempt) => (attempt < 2 ? 0.1 : undefined) } },
  on: ['access-cut-by-stranger'],
  fails: ['access/does-not-insist'],
})
