import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'goes on with the key that it began with',
  differs: {
    habits: {
      keys: (run) => run.memory.keys.slice(0, 1),
    },
  },
  on: ['key-rotated'],
  fails: ['files/new-key'],
  also: { 'it has less to be judged by': ['days/index-differences'] },
})
