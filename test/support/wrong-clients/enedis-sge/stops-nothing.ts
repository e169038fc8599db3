import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'lets services run of whoever has left',
  differs: {
    habits: {
      stop: async () => {},
      stopUnneeded: async () => {},
    },
  },
  on: ['agreement-withdrawn'],
  fails: ['life/stops'],
  also: { 'it has less to be judged by': ['life/stops-no-others'] },
})
