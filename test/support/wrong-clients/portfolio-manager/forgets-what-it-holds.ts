import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'forgets a meter it holds',
  differs: { habits: { sharesHeld: (run) => goodHabits.sharesHeld(run).slice(0, -1) } },
  on: ['direct-share'],
  fails: ['holding/knows-shares'],
})
