import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { alsoCall } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'tries v5 first in each run',
  differs: {
    habits: {
      async readOne(run, about) {
        const [window] = run.habits.windowsFor(run, about)
        if (window && run.memory.generation === 'v2' && about.kind === 'daily')
          await alsoCall(run, run.habits.meteringAt(run, about, window).url)
        await goodHabits.readOne(run, about)
      },
    },
  },
  on: ['migration-day'],
  fails: ['gateway/leaves-v5'],
})
