import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'takes an answer that was given already for a fatal error',
  differs: { habits: { isAnsweredAlready: () => false } },
  on: ['acceptance-lost'],
  fails: ['trouble/settled-is-settled'],
  also: {
    'it gives up, and answers the meters in its next run': [
      'share/new-meter',
      'share/waits-until-accepted',
      'readings/each-meter',
    ],
    'it gives up before it says anything': ['trouble/concludes-nothing'],
  },
})
