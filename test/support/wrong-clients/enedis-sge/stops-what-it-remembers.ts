import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'stops only what it remembers to have ordered',
  differs: {
    habits: {
      services: async () => [],
    },
  },
  on: ['service-not-needed'],
  fails: ['life/stops-what-it-finds'],
})
