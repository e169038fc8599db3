import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'takes the level of a property for its meters too',
  differs: {
    habits: {
      sharesHeld: (run) =>
        (goodHabits.sharesHeld(run) as { property: string; access: string }[]).map((share) => ({
          ...share,
          access: run.memory.properties[share.property]?.access,
        })),
    },
  },
  on: ['mixed-levels', 'direct-share'],
  fails: ['holding/own-level'],
})
