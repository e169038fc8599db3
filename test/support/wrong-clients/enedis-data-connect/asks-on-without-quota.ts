import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'asks on when its quota is spent',
  differs: {
    manners: {
      pauseAfterThrottling: (_setting, _answer, attempt) => (attempt < 8 ? 1 : undefined),
    },
  },
  on: ['hour-spent'],
  fails: ['limits/leaves-spent-quota'],
  also: { 'it calls again in the same run': ['limits/backs-off'] },
})
