import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'takes a token for each call',
  differs: {
    habits: {
      isFresh: () => false,
    },
  },
  on: ['consented'],
  fails: ['token/kept'],
})
