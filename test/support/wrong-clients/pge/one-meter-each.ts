import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes all meters of an agreement for one',
  differs: {
    habits: {
      keepSeries(run, told) {
        goodHabits.keepSeries(run, { ...told, id: `flow ${told.type.flow}` })
      },
    },
  },
  on: ['several-meters'],
  fails: ['readings/each-meter'],
})
