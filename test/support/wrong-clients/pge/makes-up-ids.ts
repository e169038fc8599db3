import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks for packages by ids of its own',
  differs: {
    habits: {
      async dealWithNotices(run) {
        const [bulk = ''] = run.habits.packagesWanted(run)
        const mine = `${bulk}?correlationID=6f1d1d0c-4f0e-4a53-9a3e-0d5f3a1c7b11`
        await run.habits.call(run, { by: 'client' }, mine).catch(() => undefined)
        await goodHabits.dealWithNotices(run)
      },
    },
  },
  on: ['batch-announced'],
  fails: ['packages/announced-only'],
})
