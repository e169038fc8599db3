import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { NoAnswer } from '../../../../conformance/clients/enedis-sge/trouble.ts'
import { keptBeside } from '../sge.ts'
import { wrongSge } from '../wrong-client.ts'

const failed = keptBeside(() => new Set<string>())

export default wrongSge({
  does: 'leaves measures out that it was not told once for trouble',
  differs: {
    habits: {
      async readWindow(run, about, window) {
        if (failed(run).has(about.usagePoint)) return
        try {
          await goodHabits.readWindow(run, about, window)
        } catch (error) {
          if (error instanceof NoAnswer) failed(run).add(about.usagePoint)
          throw error
        }
      },
    },
  },
  on: ['technical-errors'],
  fails: ['trouble/comes-back'],
  also: { 'it has less to be judged by': ['points/peaks-in-volt-amperes', 'requests/no-day-left-out'] },
})
