import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

type Shown = { at: string; minutes: number; w: number | null }

export default wrongSge({
  does: 'takes the end of an interval for its beginning',
  differs: {
    habits: {
      pointsHeld(run) {
        const shown = goodHabits.pointsHeld(run) as Shown[]
        return shown.map((point) => ({ ...point, at: new Date(Date.parse(point.at) + 7 * 60_000).toISOString() }))
      },
    },
  },
  on: ['agreed'],
  fails: ['points/begins'],
})
