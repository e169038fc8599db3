import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'takes the owner for whoever made the share',
  differs: {
    habits: {
      sharesHeld: (run) =>
        (goodHabits.sharesHeld(run) as { owner: string }[]).map((share) => ({ ...share, sharedBy: share.owner })),
    },
  },
  on: ['forward-connected'],
  fails: ['forward/sharer-kept-apart'],
})
