import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { keptBeside } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

const lost = keptBeside(() => new Set<string>())

export default wrongDataConnect({
  does: 'asks for nothing more when the contract is refused',
  differs: {
    habits: {
      async readContract(run, usagePoint) {
        await goodHabits.readContract(run, usagePoint)
        if (run.memory.decisions.some(({ decision }) => decision === 'contract not told')) lost(run).add(usagePoint)
      },
      mayUse: (run, usagePoint) => !lost(run).has(usagePoint) && goodHabits.mayUse(run, usagePoint),
    },
  },
  on: ['contract-refused'],
  fails: ['life/one-kind-refused'],
  also: { 'it asks for nothing any more': ['days/not-twice', 'token/kept', 'windows/no-day-between-runs'] },
})
