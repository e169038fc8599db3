import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'has collection begin with its next run',
  differs: {
    habits: {
      begin: async () => {},
    },
  },
  on: ['agreed'],
  fails: ['life/collects-at-once'],
  also: {
    'it has less to be judged by': ['days/index-differences'],
    'what it does besides is refused, and it takes that well': ['orders/refusal-once'],
  },
})
