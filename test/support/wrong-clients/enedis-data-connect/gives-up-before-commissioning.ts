import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { keptBeside } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

const lost = keptBeside(() => new Set<string>())

export default wrongDataConnect({
  does: 'takes days before commissioning for a sign that there is nothing',
  differs: {
    habits: {
      async comeForward(run, { usagePoint, kind }) {
        lost(run).add(`${usagePoint} ${kind}`)
      },
      wantedOf(run, usagePoint) {
        return goodHabits.wantedOf(run, usagePoint).filter(({ kind }) => !lost(run).has(`${usagePoint} ${kind}`))
      },
    },
  },
  on: ['commissioned-last-month'],
  fails: ['outcomes/before-commissioning'],
  also: { 'it reads no daily values': ['days/daily-value', 'days/peaks'] },
})
