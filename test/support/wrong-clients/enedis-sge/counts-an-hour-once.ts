import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { minutesOf, timeOf } from '../../../../conformance/clients/paris.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'counts the hour once that comes twice in October',
  differs: {
    habits: {
      keepActive(run, told, { days, source }) {
        const whole = [...days].map(([day, points]) => {
          const shown = points.map(({ at }) => timeOf(at))
          const first = points.filter((_, index) => shown.indexOf(shown[index] ?? '') === index)
          return [day, minutesOf(day) > 1440 ? first : points] as const
        })
        goodHabits.keepActive(run, told, { days: new Map(whole), source })
      },
    },
  },
  on: ['autumn-clock-change'],
  fails: ['days/fifty-half-hours'],
})
