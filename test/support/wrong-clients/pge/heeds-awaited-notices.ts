import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'heeds notices only of requests whose answer it has',
  differs: {
    habits: {
      storeNotice(run, addresses) {
        const isAwaited = (told: string) => run.memory.awaited.some(({ address }) => told.startsWith(`${address}?`))
        goodHabits.storeNotice(run, addresses.filter(isAwaited))
      },
    },
  },
  on: ['notice-early'],
  fails: ['notices/takes-early'],
  also: { 'no package is fetched': ['packages/every-usage-point', 'readings/not-twice'] },
})
