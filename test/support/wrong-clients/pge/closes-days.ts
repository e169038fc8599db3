import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { dayOf } from '../../../../conformance/clients/pge/pacific.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'adds no readings to a day that it has',
  differs: {
    habits: {
      keepSeries(run, told) {
        const known = Object.keys(run.memory.agreements[told.usagePoint]?.series[told.id]?.readings ?? {})
        const days = new Set(known.map((start) => dayOf(Number(start) * 1000)))
        const isNew = ({ start }: { start: number }) => known.includes(String(start)) || !days.has(dayOf(start * 1000))
        goodHabits.keepSeries(run, { ...told, readings: told.readings.filter(isNew) })
      },
    },
  },
  on: ['readings-missing'],
  fails: ['days/filled'],
})
