import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'serves nobody once one customer has cancelled',
  differs: {
    habits: {
      mayUse: (run, id) =>
        goodHabits.mayUse(run, id) &&
        Object.values(run.memory.authorizations).every(({ status }) => status === 'active'),
    },
  },
  on: ['cancelled'],
  fails: ['life/keeps-others'],
})
