import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import type { CurvePoint } from '../../../../conformance/clients/enedis-sge/memory.ts'
import { dayOf } from '../../../../conformance/clients/paris.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'puts points on the day on which they end',
  differs: {
    habits: {
      keepActive(run, told, { days, source }) {
        const moved = new Map<string, CurvePoint[]>()
        for (const point of [...days.values()].flat()) {
          const day = dayOf(Date.parse(point.at) + point.minutes * 60_000)
          if (days.has(day)) moved.set(day, [...(moved.get(day) ?? []), point])
        }
        goodHabits.keepActive(run, told, { days: moved, source })
      },
    },
  },
  on: ['agreed'],
  fails: ['days/end-stamped'],
})
