import { daysAfter } from '../../../../conformance/clients/paris.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'takes a history without points for days without energy',
  differs: {
    habits: {
      nothingCollected(run, name) {
        const order = run.habits.orderOf(run, name)
        const [usagePoint = ''] = order?.usagePoints ?? []
        const days = run.habits.daysOf(run, { usagePoint, direction: 'consumption' }, 'history')
        for (let day = order?.from ?? ''; day < (order?.until ?? ''); day = daysAfter(day, 1))
          days[day] = { amount: 0, points: 0, minutes: 0 }
        return { state: 'read' }
      },
    },
  },
  on: ['history-of-nothing'],
  fails: ['files/empty-history'],
})
