import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

type Shown = { at: string; minutes: number; w: number | null }

export default wrongSge({
  does: 'takes missing points for zeros',
  differs: {
    habits: {
      pointsHeld(run) {
        const shown = goodHabits.pointsHeld(run) as Shown[]
        return shown.map((point) => ({ ...point, w: point.w ?? 0 }))
      },
    },
  },
  on: ['holes-filled-later'],
  fails: ['points/missing-is-none'],
})
