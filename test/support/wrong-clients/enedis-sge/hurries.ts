import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'calls as fast as it can',
  differs: {
    manners: {
      pauseBetweenCalls: () => 0,
    },
  },
  on: ['calls-too-fast'],
  fails: ['limits/one-a-second'],
})
