import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'heeds no notice that comes after the next run',
  differs: {
    habits: {
      storeNotice(run, addresses) {
        const isAwaited = (told: string) => run.memory.awaited.some(({ address }) => told.startsWith(`${address}?`))
        goodHabits.storeNotice(run, addresses.filter(isAwaited))
      },
      missPackages(run) {
        run.memory.awaited = []
      },
    },
  },
  on: ['notice-late'],
  fails: ['notices/takes-late'],
  also: { 'no usage is fetched': ['packages/every-usage-point'] },
})
