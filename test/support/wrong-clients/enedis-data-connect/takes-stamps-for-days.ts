import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'puts each point on the day that its stamp bears',
  differs: {
    habits: {
      dayOfPoint: ({ stamp }) => stamp.slice(0, 10),
    },
  },
  on: ['consented'],
  fails: ['days/end-stamped'],
})
