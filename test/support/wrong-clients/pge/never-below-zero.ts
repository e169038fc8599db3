import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes net readings below zero for zero',
  differs: {
    habits: {
      keepReading(series, told, type, run) {
        goodHabits.keepReading(
          series,
          type.flow === '4' ? { ...told, value: Math.max(0, told.value) } : told,
          type,
          run,
        )
      },
    },
  },
  on: ['net-meter'],
  fails: ['readings/net'],
})
