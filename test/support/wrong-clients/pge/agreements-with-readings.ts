import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes only what has readings for an agreement',
  differs: {
    habits: {
      agreementsHeld(run) {
        const held = goodHabits.agreementsHeld(run) as { usagePoint: string }[]
        return held.filter((one) => Object.keys(run.memory.agreements[one.usagePoint]?.series ?? {}).length > 0)
      },
    },
  },
  on: ['bill-only-meter'],
  fails: ['walk/without-readings'],
})
