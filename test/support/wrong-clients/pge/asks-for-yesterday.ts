import { dayOf, daysBefore, midnightOf } from '../../../../conformance/clients/pge/pacific.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks for yesterday, whenever it was last there',
  differs: {
    habits: {
      readChanges(run, point, window) {
        const from = midnightOf(daysBefore(dayOf(window.to), 1))
        return run.habits.readDays(run, point, { ...window, from })
      },
    },
  },
  on: ['several-meters'],
  fails: ['dates/no-day-between'],
  also: { 'yesterday is not out yet': ['readings/no-data'] },
})
