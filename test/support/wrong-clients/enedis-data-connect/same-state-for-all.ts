import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'sends every browser out with the same state',
  differs: {
    habits: {
      newState: () => 'a-state-for-everybody-0',
    },
  },
  on: ['one-consent-for-each'],
  fails: ['consent/own-state'],
})
