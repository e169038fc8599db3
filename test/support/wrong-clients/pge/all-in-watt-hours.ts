import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes every unit for watt-hours',
  differs: {
    habits: {
      keepSeries(run, told) {
        goodHabits.keepSeries(run, told)
        const kept = run.memory.agreements[told.usagePoint]?.series[told.id]
        if (kept) kept.unit = 'Wh'
      },
    },
  },
  on: ['authorized'],
  fails: ['readings/unit'],
})
