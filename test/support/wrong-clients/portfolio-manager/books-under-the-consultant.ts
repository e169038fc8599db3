import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'books a share under whoever made it',
  differs: {
    habits: {
      sharesHeld: (run) =>
        (goodHabits.sharesHeld(run) as { sharedBy: string }[]).map((share) => ({ ...share, owner: share.sharedBy })),
    },
  },
  on: ['forward-connected', 'upstream-sharing-unconnected'],
  fails: ['forward/owner-is-administrator'],
})
