import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes a pending enrolment for one in force',
  differs: {
    habits: {
      keepPrograms(run, told) {
        goodHabits.keepPrograms(
          run,
          told.map((one) => ({ ...one, status: one.status.replace(/Pending$/, '') })),
        )
      },
    },
  },
  on: ['program-enrolment'],
  fails: ['customers/enrolment'],
})
