import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'spells keepShares as its language spells a boolean',
  differs: { habits: { keepSharesSaid: (keepShares) => (keepShares ? '?keepShares=True' : '?keepShares=False') } },
  on: ['disconnected-removing-shares', 'disconnected-keeping-shares'],
  fails: ['leaving/says-keep-shares'],
})
