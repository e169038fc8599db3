import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'leaves keepShares to the default',
  differs: { habits: { keepSharesSaid: () => '' } },
  on: ['disconnected-removing-shares'],
  fails: ['leaving/says-keep-shares'],
})
