import { dayOf, midnightOf } from '../../../../conformance/clients/pge/pacific.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks for no day again that it has asked for',
  differs: {
    habits: {
      readChanges(run, point, window) {
        const from = midnightOf(dayOf(window.from))
        return run.habits.readDays(run, point, { ...window, from })
      },
    },
  },
  on: ['readings-late'],
  fails: ['dates/asks-for-late-readings'],
  also: {
    'the bill that comes meanwhile is not told': [
      'bills/amount',
      'bills/held',
      'bills/lines',
      'bills/once',
      'bills/period',
      'bills/total',
      'bills/demand',
    ],
    'no readings are told': ['dates/no-day-between', 'readings/not-twice'],
  },
})
