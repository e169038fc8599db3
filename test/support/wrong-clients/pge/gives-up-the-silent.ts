import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { keptBeside } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

const silent = keptBeside(() => new Set<string>())

export default wrongThirdParty({
  does: 'gives an agreement up for which nothing came for five days',
  differs: {
    habits: {
      async readPoint(run, id, usagePoint) {
        if (silent(run).has(usagePoint)) return
        await goodHabits.readPoint(run, id, usagePoint)
        const series = Object.values(run.memory.agreements[usagePoint]?.series ?? {})
        const newest = Math.max(...series.flatMap(({ readings }) => Object.keys(readings).map(Number)))
        if (Date.parse(run.setting.now) / 1000 - newest > 5 * 86_400) silent(run).add(usagePoint)
      },
    },
  },
  on: ['shut-off'],
  fails: ['agreements/after-shut-off', 'walk/each-usage-point'],
})
