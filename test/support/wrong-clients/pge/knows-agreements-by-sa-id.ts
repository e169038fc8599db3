import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { keptBeside } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

const names = keptBeside(() => new Map<string, string | null>())

export default wrongThirdParty({
  does: 'takes an agreement with a new SA id for somebody else’s',
  differs: {
    habits: {
      async visit(run, id) {
        await run.habits.readCustomer(run, id)
        const isSame = Object.values(run.memory.customers).every(({ usagePoint, agreement }) => {
          const first = names(run).get(usagePoint) ?? agreement
          names(run).set(usagePoint, first)
          return agreement === first
        })
        if (isSame) await goodHabits.visit(run, id)
      },
    },
  },
  on: ['meter-swapped', 'rate-changed'],
  fails: ['agreements/after-meter-swap', 'agreements/after-rate-change'],
  also: {
    'it asks for nothing any more': ['dates/no-day-between', 'readings/not-twice', 'days/short'],
    'its days stay as they were': ['readings/interval-length'],
  },
})
