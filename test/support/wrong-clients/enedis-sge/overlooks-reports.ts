import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'overlooks the report of an order',
  differs: {
    habits: {
      tellRefused: () => {},
    },
  },
  on: ['points-refused'],
  fails: ['files/refused-points'],
})
