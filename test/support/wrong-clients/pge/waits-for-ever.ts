import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks for nothing again while it waits for a notice',
  differs: {
    habits: {
      packagesWanted(run) {
        const waiting = run.memory.awaited.map(({ address }) => address)
        return goodHabits.packagesWanted(run).filter((address) => !waiting.includes(address))
      },
      missPackages() {},
    },
  },
  on: ['notice-lost'],
  fails: ['notices/asks-again'],
  also: { 'no package is fetched': ['packages/every-usage-point'] },
})
