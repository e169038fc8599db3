import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks again for a package that was empty',
  differs: {
    habits: {
      async takePackage(run, address) {
        await goodHabits.takePackage(run, address)
        const { status } = await run.habits.call(run, { by: 'client' }, address)
        if (status === 204) await goodHabits.takePackage(run, address)
      },
    },
  },
  on: ['one-of-two-packages-empty'],
  fails: ['packages/empty'],
})
