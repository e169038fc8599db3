import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { instantsShowing, dayOf, timeOf } from '../../../../conformance/clients/paris.ts'
import { wrongSge } from '../wrong-client.ts'

type Shown = { at: string; minutes: number; w: number | null }

const showing = (at: string) => `${dayOf(at)} ${timeOf(at)}:00`

export default wrongSge({
  does: 'gives both hours of October the same instants',
  differs: {
    habits: {
      pointsHeld(run) {
        const shown = goodHabits.pointsHeld(run) as Shown[]
        const first = (at: string) => new Date(instantsShowing(showing(at))[0] ?? 0).toISOString()
        return shown.map((point) => ({ ...point, at: first(point.at) }))
      },
    },
  },
  on: ['autumn-clock-change'],
  fails: ['points/one-instant-each'],
})
