import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'tries a call that fails ten times',
  differs: {
    manners: {
      pauseAfterTrouble: (_call, attempt) => (attempt < 9 ? 1 : undefined),
    },
  },
  on: ['technical-errors-for-a-day'],
  fails: ['trouble/bounds-retries'],
})
