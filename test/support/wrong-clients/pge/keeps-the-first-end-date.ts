import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'keeps the end date that it read first',
  differs: {
    habits: {
      learn(run, told) {
        const { endsAt = told.endsAt } = run.memory.authorizations[told.id] ?? {}
        goodHabits.learn(run, { ...told, endsAt: endsAt ?? told.endsAt })
      },
    },
  },
  on: ['end-date-extended'],
  fails: ['life/extended', 'known/end-date', 'known/active', 'walk/with-readings'],
})
