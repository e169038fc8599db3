import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'does not mind until when its quota is spent',
  differs: {
    habits: {
      mindQuota: () => undefined,
    },
  },
  on: ['hour-not-over'],
  fails: ['limits/waits-until-told'],
})
