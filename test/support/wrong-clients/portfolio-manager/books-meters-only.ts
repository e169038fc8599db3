import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'books meters without the property that came along',
  differs: {
    habits: {
      sharesHeld: (run) => goodHabits.sharesHeld(run).filter((share) => 'meter' in share),
    },
  },
  on: ['meter-accepted-first'],
  fails: ['holding/meter-implies-property'],
})
