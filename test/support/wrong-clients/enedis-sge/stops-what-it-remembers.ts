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
  also: {
    'it has less to be judged by': [
      'life/stops-no-others',
      'orders/not-twice',
      'requests/certificate',
      'requests/direction',
      'requests/leading-zeros',
      'requests/own-login-and-contract',
      'requests/well-formed',
    ],
  },
})
