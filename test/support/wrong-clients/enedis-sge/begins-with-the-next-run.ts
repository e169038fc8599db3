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
})
