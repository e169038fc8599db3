import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'takes var-hours for kilovar-hours',
  differs: {
    habits: {
      reactiveHeld(run) {
        const days = goodHabits.reactiveHeld(run) as { varh: number }[]
        return days.map((day) => ({ ...day, varh: day.varh * 1000 }))
      },
    },
  },
  on: ['company-agreed'],
  fails: ['points/reactive'],
})
