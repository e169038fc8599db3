import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'knows no agreement without an authorization',
  differs: {
    habits: {
      agreementsHeld(run) {
        const held = goodHabits.agreementsHeld(run) as { authorization: string | null }[]
        return held.filter(({ authorization }) => authorization !== null)
      },
    },
  },
  on: ['community-choice-bulk'],
  fails: ['packages/every-usage-point'],
  also: { 'it holds none': ['walk/kind'] },
})
