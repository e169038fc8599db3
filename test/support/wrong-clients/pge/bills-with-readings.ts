import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'keeps bills only where there are readings',
  differs: {
    habits: {
      billsHeld(run) {
        const { agreements } = run.memory
        const read = Object.entries(agreements).filter(([, { series }]) => Object.keys(series).length > 0)
        return goodHabits.billsHeld({ ...run, memory: { ...run.memory, agreements: Object.fromEntries(read) } })
      },
    },
  },
  on: ['bill-only-meter'],
  fails: ['bills/without-readings'],
})
