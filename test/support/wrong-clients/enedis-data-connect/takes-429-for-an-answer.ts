import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { Throttled } from '../../../../conformance/clients/enedis-data-connect/trouble.ts'
import { keptBeside } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

const lost = keptBeside(() => new Set<string>())

export default wrongDataConnect({
  does: 'gives up for good what was one call too many',
  differs: {
    habits: {
      async readOne(run, about) {
        await goodHabits.readOne(run, about).catch((error: unknown) => {
          if (error instanceof Throttled) lost(run).add(`${about.usagePoint} ${about.kind}`)
          throw error
        })
      },
      wantedOf(run, usagePoint) {
        return goodHabits.wantedOf(run, usagePoint).filter(({ kind }) => !lost(run).has(`${usagePoint} ${kind}`))
      },
    },
  },
  on: ['hour-not-over'],
  fails: ['limits/comes-back'],
})
