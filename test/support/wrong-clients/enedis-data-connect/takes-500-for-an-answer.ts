import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { keptBeside } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

const lost = keptBeside(() => new Set<string>())

export default wrongDataConnect({
  does: 'does not ask again for what has failed',
  differs: {
    habits: {
      async readOne(run, about) {
        await goodHabits.readOne(run, about).catch((error: unknown) => {
          lost(run).add(`${about.usagePoint} ${about.kind}`)
          throw error
        })
      },
      wantedOf(run, usagePoint) {
        return goodHabits.wantedOf(run, usagePoint).filter(({ kind }) => !lost(run).has(`${usagePoint} ${kind}`))
      },
    },
  },
  on: ['technical-errors-for-a-day'],
  fails: ['trouble/asks-again'],
  also: { 'it asks for less, and meets less': ['trouble/any-body', 'trouble/loses-nobody'] },
})
