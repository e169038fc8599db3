import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'knows no other generation than that it was told to use',
  differs: {
    habits: {
      otherGeneration: () => undefined,
    },
  },
  on: ['migration-day'],
  fails: ['gateway/moves-on', 'gateway/no-day-lost', 'gateway/leaves-v5'],
  also: {
    'what v2 asks of clients never comes up': [
      'consent/works-without-code',
      'days/not-twice',
      'requests/max-power',
      'requests/usage-point-in-path',
      'services/asks-a-few-times',
      'services/directions',
      'services/exchanges-first',
      'services/well-formed',
    ],
  },
})
