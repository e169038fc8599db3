import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes an authorization for one of one agreement',
  differs: { habits: { agreementsHeld: (run) => goodHabits.agreementsHeld(run).slice(0, 1) } },
  on: ['authorized'],
  fails: ['walk/with-readings'],
})
