import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'ends its run with the first refusal',
  differs: {
    habits: {
      isOfAll: () => true,
    },
  },
  on: ['one-point-refused'],
  fails: ['trouble/refusal-of-one'],
})
