import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'calls as fast as it can',
  differs: {
    manners: {
      pauseBetweenCalls: () => 0,
    },
  },
  on: ['calls-too-fast'],
  fails: ['limits/one-a-second'],
  also: {
    'it is refused what it asks for': [
      'days/average-power',
      'days/end-stamped',
      'days/held',
      'days/none-invented',
      'days/reactive-apart',
      'days/start-stamped',
      'days/steps',
      'days/watt-hours',
      'life/collects-at-once',
      'life/orders-once',
      'orders/not-twice',
      'points/begins',
      'points/peaks-in-volt-amperes',
      'points/reactive',
      'requests/depth',
      'requests/no-day-left-out',
      'requests/seven-days',
      'trouble/bounded',
      'trouble/told',
    ],
  },
})
