import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { keptBeside } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

const lost = keptBeside(() => new Set<string>())

export default wrongDataConnect({
  does: 'gives a customer up when Enedis fails',
  differs: {
    habits: {
      async visit(run, usagePoint) {
        const trouble = await goodHabits.visit(run, usagePoint)
        if (trouble) lost(run).add(usagePoint)
        return trouble
      },
      mayUse: (run, usagePoint) => !lost(run).has(usagePoint) && goodHabits.mayUse(run, usagePoint),
    },
  },
  on: ['one-point-in-trouble'],
  fails: ['trouble/loses-nobody'],
})
