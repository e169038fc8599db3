import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'fetches the first resource of each notice',
  differs: { habits: { resourcesOf: (body) => goodHabits.resourcesOf(body).slice(0, 1) } },
  on: ['bulk-of-both'],
  fails: ['notices/fetches-each'],
})
