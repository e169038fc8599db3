import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'takes every owner of a shared item for a customer',
  differs: {
    habits: {
      connectionsHeld(run) {
        const known = goodHabits.connectionsHeld(run) as { account: string }[]
        const owners = new Set(Object.values(run.memory.properties).map(({ owner }) => owner))
        for (const { account } of known) owners.delete(account)
        return [...known, ...[...owners].map((account) => ({ account }))]
      },
    },
  },
  on: ['transfer-unconnected'],
  fails: ['connection/claims-none'],
})
