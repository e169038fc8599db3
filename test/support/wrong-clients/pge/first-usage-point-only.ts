import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks for the data of the first usage point only',
  differs: {
    habits: {
      async readPoint(run, id, usagePoint) {
        const first = Object.keys(run.memory.agreements).find((one) => run.memory.agreements[one]?.authorization === id)
        if (usagePoint === first) await goodHabits.readPoint(run, id, usagePoint)
      },
    },
  },
  on: ['authorized'],
  fails: ['walk/each-usage-point'],
  also: {
    'no gas is told': ['readings/gas-days', 'readings/gas-multiplier'],
    'so the gas has no readings': ['walk/without-readings'],
  },
})
