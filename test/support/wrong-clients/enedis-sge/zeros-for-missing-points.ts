import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

type Shown = { at: string; minutes: number; w: number | null }

export default wrongSge({
  does: 'puts zeros where points are missing',
  differs: {
    habits: {
      pointsHeld(run) {
        const shown = goodHabits.pointsHeld(run) as Shown[]
        return shown.flatMap((point, index) => {
          const next = Date.parse(shown[index + 1]?.at ?? point.at)
          const missing = Math.max(0, (next - Date.parse(point.at)) / (point.minutes * 60_000) - 1)
          const zeros = Array.from({ length: missing }, (_, at) => {
            const start = Date.parse(point.at) + (at + 1) * point.minutes * 60_000
            return { ...point, at: new Date(start).toISOString(), w: 0 }
          })
          return [{ ...point, w: point.w ?? 0 }, ...zeros]
        })
      },
    },
  },
  on: ['holes-filled-later'],
  fails: ['points/missing-is-none'],
})
