import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'calls as fast as it can',
  differs: {
    manners: {
      pauseBetweenCalls: () => 0,
    },
  },
  on: ['three-phases'],
  fails: ['limits/five-a-second'],
  also: { 'it meets the limit': ['limits/backs-off', 'limits/comes-back', 'limits/leaves-spent-quota'] },
})
