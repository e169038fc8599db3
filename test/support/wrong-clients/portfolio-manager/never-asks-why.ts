import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'takes a nil metric for fate',
  differs: { habits: { askWhy: async () => {} } },
  on: ['meter-not-associated'],
  fails: ['metrics/looks-for-reasons'],
})
