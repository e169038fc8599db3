import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'takes SGT570 for a refusal',
  differs: {
    habits: {
      isAsGoodAsDone: () => false,
    },
  },
  on: ['already-active'],
  fails: ['orders/already-active'],
  also: { 'it takes what runs for refused': ['requests/no-day-left-out', 'requests/seven-days'] },
})
