import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'uploads all its readings in each run',
  differs: { habits: { missing: (own) => [...own] } },
  on: ['new-meter'],
  fails: ['readings/not-twice'],
})
