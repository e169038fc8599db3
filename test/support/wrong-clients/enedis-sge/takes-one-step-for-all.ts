import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'takes each point of a history to last half an hour',
  differs: {
    habits: {
      keepCurve(run, told, source) {
        const points = told.points.map((point) => ({ ...point, minutes: 30 }))
        goodHabits.keepCurve(run, source === 'history' ? { ...told, points } : told, source)
      },
    },
  },
  on: ['history-ordered'],
  fails: ['days/steps'],
})
