import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'takes every point for half an hour',
  differs: {
    habits: {
      energyOf: ({ value }) => value / 2,
    },
  },
  on: ['step-change'],
  fails: ['days/steps'],
})
