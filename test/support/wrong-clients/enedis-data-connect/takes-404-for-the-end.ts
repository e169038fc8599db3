import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { keptBeside } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

const lost = keptBeside(() => new Set<string>())

export default wrongDataConnect({
  does: 'asks for nothing more of a usage point that has no data',
  differs: {
    habits: {
      learnNoData(run, about, refusal) {
        lost(run).add(about.usagePoint)
        goodHabits.learnNoData(run, about, refusal)
      },
      mayUse: (run, usagePoint) => goodHabits.mayUse(run, usagePoint) && !lost(run).has(usagePoint),
    },
  },
  on: ['curve-never-activated'],
  fails: ['outcomes/no-data'],
  also: {
    'the curve that comes later is not read': ['days/average-power', 'days/end-stamped'],
    'it asks for nothing any more': ['token/kept', 'windows/no-day-between-runs'],
  },
})
