import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'repeats an upload whose answer did not come',
  differs: { manners: { pauseAfterTrouble: (_, attempt) => (attempt < 2 ? 0.5 : undefined) } },
  on: ['upload-lost'],
  fails: ['readings/not-twice'],
})
