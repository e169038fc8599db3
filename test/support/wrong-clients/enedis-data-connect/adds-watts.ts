import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'adds watts and calls them watt-hours',
  differs: {
    habits: {
      energyOf: ({ value }) => value,
    },
  },
  on: ['consented'],
  fails: ['days/average-power'],
})
