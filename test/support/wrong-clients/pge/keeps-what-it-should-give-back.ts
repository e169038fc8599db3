import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'gives nothing back when it is asked to',
  differs: { habits: { giveBack: async () => {} } },
  on: ['given-back'],
  fails: ['giving-back/gives-all-back'],
  also: {
    'nothing ends, and nobody tells it so': [
      'giving-back/client-token',
      'giving-back/once',
      'known/ended',
      'life/given-back',
      'life/rereads-after-notice',
      'notices/answers-200',
    ],
    'it goes on': ['refreshing/stores-rotated', 'dates/no-day-between', 'readings/not-twice'],
  },
})
