import { dayOf, daysBefore, midnightOf } from '../../../../conformance/clients/pge/pacific.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks for the days since it was last there, and for no corrections',
  differs: {
    habits: {
      readChanges(run, point, window) {
        const from = midnightOf(daysBefore(dayOf(window.from), 2))
        return run.habits.readDays(run, point, { ...window, from })
      },
    },
  },
  on: ['estimated-then-corrected'],
  fails: ['dates/asks-for-corrections'],
  also: { 'the correction is never told': ['days/corrected'] },
})
