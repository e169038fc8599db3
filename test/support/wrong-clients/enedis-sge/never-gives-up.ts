import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'sends a call that fails eight times and more',
  differs: {
    manners: {
      pauseAfterTrouble: (_, __, attempt) => (attempt < 8 ? 1 : undefined),
    },
  },
  on: ['technical-errors'],
  fails: ['trouble/bounded'],
})
