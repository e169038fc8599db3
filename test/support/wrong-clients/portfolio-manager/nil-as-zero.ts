import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'takes a nil metric for zero',
  differs: { habits: { metricValue: (value) => value ?? '0' } },
  on: ['meter-not-associated'],
  fails: ['metrics/nil-is-nothing'],
})
