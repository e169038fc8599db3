import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'keeps the first program of a customer',
  differs: {
    habits: {
      keepPrograms(run, told) {
        goodHabits.keepPrograms(run, told.slice(0, 1))
      },
    },
  },
  on: ['program-enrolment'],
  fails: ['customers/each-program'],
})
