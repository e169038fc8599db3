import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { dayOf } from '../../../../conformance/clients/pge/pacific.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'keeps the first block of a feed and leaves the others',
  differs: {
    habits: {
      keepSeries(run, told) {
        const [first] = told.readings
        const isOfFirstDay = ({ start }: { start: number }) => dayOf(start * 1000) === dayOf((first?.start ?? 0) * 1000)
        goodHabits.keepSeries(run, { ...told, readings: told.readings.filter(isOfFirstDay) })
      },
    },
  },
  on: ['given-back'],
  fails: ['readings/each-day'],
})
